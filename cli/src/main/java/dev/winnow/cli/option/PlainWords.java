package dev.winnow.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that takes the words of a plain command line by itself: options and their values as words of their own, each as
 * often as it may be given. Most runs have no others, and need no model of all options, which takes longer to make than some
 * commands run. Whatever is not plain, mistakes among it, is left to picocli.
 */
public interface PlainWords {

    /**
     * Takes the next word, with its value if it has one.
     *
     * @param word the word
     * @param next the word behind it, if that can be a value; else null
     * @return how many words were taken: 0 if this one is not plain
     */
    int take(String word, @Nullable String next);

    /** Whether nothing that must be named is missing. */
    default boolean isComplete() {
        return true;
    }

    /** Whether all words were taken, and nothing is missing. If not, what was taken of them counts for nothing. */
    default boolean takeAll(List<String> words) {
        boolean language = false;
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at);
            String next = at + 1 < words.size() && isValue(words.get(at + 1)) ? words.get(at + 1) : null;
            int taken;
            if (word.equals(LanguageOption.NAME) && next != null && !language) {
                language = true; // it was read before
                taken = 2;
            } else {
                taken = take(word, next);
            }
            if (taken == 0) {
                return false;
            }
            at += taken;
        }
        return isComplete();
    }

    /** Whether a word can be a value or a parameter, and nothing else: it begins no option, and names no file of further words. */
    static boolean isValue(String word) {
        return !word.isEmpty() && word.charAt(0) != '-' && word.charAt(0) != '@';
    }
}
