"""What we intend to say: bulletins, their disclosure check, review and clearance."""
