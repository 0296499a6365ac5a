package dev.winnow.web.internal.journal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The change of a file: a middle part is replaced. Immutable.
 *
 * @param name the name of the file
 * @param start number of bytes at the start that stay
 * @param end number of bytes at the end that stay
 * @param middle the bytes between them, which are not copied; null if the file is removed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FileEdit(String name, int start, int end, byte @Nullable [] middle) {

    /**
     * Returns the smallest change. A character of UTF-8 that both contents contain is not cut.
     *
     * @param before the content before; null if there was no file
     * @param after the content after; null if there is no file any more
     */
    static FileEdit between(String name, byte @Nullable [] before, byte @Nullable [] after) {
        if (after == null) {
            return new FileEdit(name, 0, 0, null);
        }
        byte[] old = before == null ? new byte[0] : before;
        int most = Math.min(old.length, after.length);
        int differs = Arrays.mismatch(old, after);
        int start = differs < 0 ? most : differs;
        int end = 0;
        while (end < most - start && old[old.length - 1 - end] == after[after.length - 1 - end]) {
            end++;
        }
        while (start > 0 && (isWithin(old, start) || isWithin(after, start))) {
            start--;
        }
        while (end > 0 && (isWithin(old, old.length - end) || isWithin(after, after.length - end))) {
            end--;
        }
        byte[] middle = new byte[after.length - end - start];
        System.arraycopy(after, start, middle, 0, middle.length);
        return new FileEdit(name, start, end, middle);
    }

    /** Whether a position is within a character of UTF-8. */
    private static boolean isWithin(byte[] text, int at) {
        return at < text.length && (text[at] & 0xC0) == 0x80;
    }

    /** Returns the changed content; null if the file is removed. */
    byte @Nullable [] applied(byte @Nullable [] content) {
        if (middle == null) {
            return null;
        }
        byte[] old = content == null ? new byte[0] : content;
        if (start + end > old.length) {
            throw new IllegalArgumentException("`" + name + "` has " + old.length + " bytes only");
        }
        byte[] changed = new byte[start + middle.length + end];
        System.arraycopy(old, 0, changed, 0, start);
        System.arraycopy(middle, 0, changed, start, middle.length);
        System.arraycopy(old, old.length - end, changed, start + middle.length, end);
        return changed;
    }
}
