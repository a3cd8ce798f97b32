package dev.personamarket.catalog.personality;

import java.util.Set;

/**
 * Which characters texts may have.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode security considerations</a>
 */
final class Characters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** Letters and symbols by their kind, and yet there is nothing to see of them: fillers, and a dotless Braille. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private Characters() {}

    /** Controls, halves of surrogate pairs, which no UTF-8 can carry, and what Unicode says is no character. */
    static boolean isForbidden(int character, String allowedControls) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> true;
            case Character.CONTROL -> allowedControls.indexOf(character) < 0;
            default -> (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        };
    }

    /**
     * What makes a line look like another one, or go on elsewhere: marks that turn the direction of text, spaces without
     * width, line separators. Not the joiners: Persian, Hindi and many emoji are written with them.
     */
    static boolean isMisleading(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static boolean isVisible(int character) {
        return !BLANK.contains(character) && switch (Character.getType(character)) {
            case Character.FORMAT, Character.CONTROL, Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                false;
            default -> true;
        };
    }
}
