package dev.winnow.model.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Invisible characters: controls, changes of writing direction, fillers, joiners, variation selectors, tags, line
 * separators, and halves of surrogate pairs. With them, texts that look alike may differ, and a text may read
 * differently from its appearance.
 */
public final class HiddenCharacters {

    /** Below this character, only controls are hidden. */
    private static final int SOFT_HYPHEN = 0xAD;

    private static final int FIRST_IDEOGRAPH = 0x4E00;
    private static final int LAST_IDEOGRAPH = 0x9FFF;

    /**
     * Pairs of first and last code point: default-ignorable letters, marks and unassigned code points, and blanks that
     * Unicode classifies as letters.
     */
    private static final int[] RANGES = {
        0x034F, 0x034F, // combining grapheme joiner
        0x115F, 0x1160, // Hangul fillers
        0x17B4, 0x17B5, // Khmer inherent vowels
        0x180B, 0x180F, // Mongolian selectors
        0x2065, 0x2065,
        0x2800, 0x2800, // Braille blank
        0x3164, 0x3164, // Hangul filler
        0xFDD0, 0xFDEF, // noncharacters
        0xFE00, 0xFE0F, // variation selectors
        0xFFA0, 0xFFA0, // half-width Hangul filler
        0xFFF0, 0xFFF8,
        0x1D159, 0x1D159, // musical null note head
        0xE0000, 0xE0FFF, // tags, more variation selectors
    };

    /**
     * Pairs of first and last code point: visible format characters, which precede Arabic, Syriac and Kaithi numbers.
     */
    private static final int[] DRAWN = {
        0x0600, 0x0605, 0x06DD, 0x06DD, 0x070F, 0x070F, 0x0890, 0x0891, 0x08E2, 0x08E2, 0x110BD, 0x110BD, 0x110CD,
        0x110CD
    };

    private HiddenCharacters() {}

    /** Whether a character is hidden. Line feed, carriage return and tab are not. */
    public static boolean isHidden(int codePoint) {
        if (codePoint < SOFT_HYPHEN) {
            return (codePoint < ' ' && codePoint != '\t' && codePoint != '\n' && codePoint != '\r')
                    || (codePoint >= 0x7F && codePoint < 0xA0);
        }
        if ((codePoint & 0xFFFE) == 0xFFFE) {
            return true; // noncharacter, in any plane
        }
        if (codePoint >= FIRST_IDEOGRAPH && codePoint <= LAST_IDEOGRAPH) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> !isAmong(DRAWN, codePoint);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> isAmong(RANGES, codePoint);
        };
    }

    /** Returns the index of the first hidden character; -1 if there is none. */
    public static int firstIn(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || c < ' ') {
                int codePoint = text.codePointAt(i);
                if (isHidden(codePoint)) {
                    return i;
                }
                i += Character.charCount(codePoint) - 1;
            }
        }
        return -1;
    }

    /** Returns the message that a text contains a hidden character; null if it contains none. */
    public static @Nullable Message refusal(String text) {
        int at = firstIn(text);
        return at < 0
                ? null
                : Message.of("the invisible character %s is not allowed in a text", name(text.codePointAt(at)));
    }

    /**
     * Returns a tree made by a program without the texts that contain hidden characters, which files may not contain
     * either.
     *
     * @param problems receives one problem per refused text
     */
    public static Node refuse(Node node, List<Problem> problems) {
        return switch (node.kind()) {
            case NULL -> node;
            case SCALAR -> {
                Message refusal = refusal(node.text());
                if (refusal == null) {
                    yield node;
                }
                problems.add(node.problem(refusal));
                yield Node.refused(node.place());
            }
            case LIST -> {
                List<Node> items = node.items().stream()
                        .map(item -> refuse(item, problems))
                        .toList();
                yield isSame(items, node.items()) ? node : Node.list(node.place(), items, node.cracked());
            }
            case MAP -> {
                List<Node.Field> fields = new ArrayList<>(node.each().size());
                boolean hidden = false;
                for (Node.Field field : node.each()) {
                    Message refusal = refusal(field.key());
                    if (refusal != null) {
                        problems.add(field.problem(refusal));
                        hidden = true;
                        continue;
                    }
                    Node value = refuse(field.value(), problems);
                    fields.add(value == field.value() ? field : new Node.Field(field.key(), field.place(), value));
                }
                Node seen = isSame(fields, node.each()) ? node : node.with(fields);
                yield hidden ? seen.refused() : seen;
            }
        };
    }

    private static boolean isSame(List<?> some, List<?> others) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return some.size() == others.size();
    }

    /** Whether a text shows nothing but blanks of any kind. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || isHidden(c));
    }

    /** Returns the name of a character: {@code U+200B}. */
    public static String name(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    private static boolean isAmong(int[] ranges, int codePoint) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (codePoint >= ranges[i] && codePoint <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
