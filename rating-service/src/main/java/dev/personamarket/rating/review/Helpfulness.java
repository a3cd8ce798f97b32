package dev.personamarket.rating.review;

/**
 * How helpful a review is.
 *
 * @param helpfulCount how many have found it so
 * @param foundHelpful whether whoever asks is one of them
 */
record Helpfulness(int helpfulCount, boolean foundHelpful) {}
