"""What a text betrays about a source: every mention, in Korean and English, by rule."""
