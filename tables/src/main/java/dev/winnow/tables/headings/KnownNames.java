package dev.winnow.tables.headings;

import dev.winnow.model.history.FirmNames;
import dev.winnow.model.source.Han;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of known entries, to find those that a new name meets: it is one of their names, in letters or in Chinese, or the
 * one is a part of the other. Immutable.
 */
public final class KnownNames {

    private static final Pattern PARTS = Pattern.compile("[\\p{IsHan}]+|[^\\p{IsHan}]+");

    /** The least letters of a name that may stand at the beginning of another, and within it. */
    private static final int LEAST_LETTERS = 3;

    private static final int LEAST_WITHIN = 4;
    private static final int LEAST_CHARACTERS = 2;

    /** Who goes by a name. */
    private final Map<String, Set<String>> whole = new HashMap<>();

    /** Whose name begins so. */
    private final Map<String, Set<String>> beginnings = new HashMap<>();

    private int longest;

    /** @param called the names of entries by their ids */
    public KnownNames(Map<String, ? extends Collection<String>> called) {
        called.forEach((id, names) -> names.forEach(name -> {
            List<String> parts = parts(name);
            parts.stream().filter(part -> parts.size() == 1 || hasLetter(part)).forEach(part -> add(id, part));
        }));
    }

    /** Whether a part of a name says more than a year or a number, {@code 2000} of 海尔（2000年）. */
    private static boolean hasLetter(String part) {
        return part.chars().anyMatch(Character::isLetter);
    }

    private void add(String id, String part) {
        if (part.length() < least(part)) {
            return;
        }
        whole.computeIfAbsent(part, any -> new TreeSet<>()).add(id);
        if (isChinese(part)) {
            longest = Math.max(longest, part.length());
            for (int end = LEAST_CHARACTERS; end < part.length(); end++) {
                begins(id, part.substring(0, end));
            }
        } else {
            for (int blank = part.indexOf(' '); blank > 0; blank = part.indexOf(' ', blank + 1)) {
                begins(id, part.substring(0, blank));
            }
        }
    }

    private void begins(String id, String part) {
        if (part.length() >= (isChinese(part) ? LEAST_CHARACTERS : LEAST_WITHIN)) {
            beginnings.computeIfAbsent(part, any -> new TreeSet<>()).add(id);
        }
    }

    private static int least(String part) {
        return isChinese(part) ? LEAST_CHARACTERS : LEAST_LETTERS;
    }

    private static boolean isChinese(String part) {
        return Han.is(part.codePointAt(0));
    }

    private static List<String> parts(String name) {
        String key = FirmNames.key(name);
        if (key.chars().allMatch(c -> c < 128)) {
            return key.isEmpty() ? List.of() : List.of(key);
        }
        List<String> parts = new ArrayList<>();
        Matcher matcher = PARTS.matcher(key);
        while (matcher.find()) {
            String part = matcher.group().strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The ids of those whom any of the names of a new entry meets, in order; empty if nobody is met. */
    public Set<String> met(Collection<String> names) {
        Set<String> met = new TreeSet<>();
        if (whole.isEmpty()) {
            return met;
        }
        for (String name : names) {
            for (String part : parts(name)) {
                met.addAll(beginnings.getOrDefault(part, Set.of()));
                if (isChinese(part)) {
                    inCharacters(part, met);
                } else {
                    inWords(part, met);
                }
            }
        }
        return met;
    }

    private void inCharacters(String part, Set<String> met) {
        for (int from = 0; from < part.length(); from++) {
            int last = Math.min(part.length(), from + longest);
            for (int to = from + LEAST_CHARACTERS; to <= last; to++) {
                met.addAll(whole.getOrDefault(part.substring(from, to), Set.of()));
            }
        }
    }

    private void inWords(String part, Set<String> met) {
        List<String> words = List.of(part.split(" ", -1));
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                String text = String.join(" ", words.subList(from, to));
                if (text.length() >= (from == 0 ? LEAST_LETTERS : LEAST_WITHIN)) {
                    met.addAll(whole.getOrDefault(text, Set.of()));
                }
            }
        }
    }
}
