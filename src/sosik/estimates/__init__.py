"""What nobody told us: capture-recapture over lists."""
