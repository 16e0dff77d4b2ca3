"""What leaves the desk: one gate for every shell, from what is kept to the folder that readers see."""
