"""Articles on their way out: laid out for WeChat, and as Word files. What goes out is the release, never a draft."""
