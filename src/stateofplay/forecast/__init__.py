"""What comes next: ranked moves with probabilities, each with the past events it rests on."""
