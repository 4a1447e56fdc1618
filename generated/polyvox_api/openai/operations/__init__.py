"""Operations of OpenAI, a module for each tag. Generated; edit the specification instead."""
