"""Paragraphs → articles: where each begins and ends, and which of its lines is what. It knows no names."""
