"""Operations of AI DIAL, a module for each tag. Generated; edit the specification instead."""
