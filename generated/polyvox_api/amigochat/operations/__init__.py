"""Operations of AmigoChat, a module for each tag. Generated; edit the specification instead."""
