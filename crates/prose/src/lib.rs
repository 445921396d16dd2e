//! Article anatomy shared by text and HTML: headline, byline, bio, source line, furniture, transcript turns.
