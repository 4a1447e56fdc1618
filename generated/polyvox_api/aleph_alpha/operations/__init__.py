"""Operations of Aleph Alpha, a module for each tag. Generated; edit the specification instead."""
