"""Operations of Alteryse, a module for each tag. Generated; edit the specification instead."""
