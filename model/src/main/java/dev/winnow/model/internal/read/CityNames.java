package dev.winnow.model.internal.read;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a city that is listed under two ids. Two cities are the same if they share a name in Chinese characters or,
 * where either has none, in letters: different cities may have the same spelling. Adding a
 * city takes one look-up per name, independent of the number of cities.
 */
public final class CityNames {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    /** The first city with each Chinese name. */
    private final Map<String, Names> byChinese = new HashMap<>();

    /** The first city with each name in letters. */
    private final Map<String, Names> byLetters = new HashMap<>();

    /** The first city without a Chinese name, by each name in letters. */
    private final Map<String, Names> byLettersAlone = new HashMap<>();

    private int size;

    /**
     * The names of a city.
     *
     * @param number position of the city among those added, from 0
     */
    private record Names(int number, String id, Node idNode, Set<String> letters, Set<String> chinese) {}

    /**
     * Adds a city with a new id. A city that shares a name with an earlier one is not added: the problem is returned.
     */
    public @Nullable Problem add(String id, Node city) {
        Names names = names(id, city);
        Names earlier = earlier(names);
        if (earlier != null) {
            Node at = city.get("name") == null ? names.idNode : city.get("name");
            return Objects.requireNonNull(at)
                    .problem(
                            Message.of(
                                    "the city `%s` shares a name with the city `%s` at %s",
                                    id, earlier.id, earlier.idNode.place()),
                            Message.of("if they are one city, give it one id"));
        }
        size++;
        names.chinese.forEach(name -> byChinese.putIfAbsent(name, names));
        names.letters.forEach(name -> byLetters.putIfAbsent(name, names));
        if (names.chinese.isEmpty()) {
            names.letters.forEach(name -> byLettersAlone.putIfAbsent(name, names));
        }
        return null;
    }

    /** Returns the first city added that shares a name; null if none does. */
    private @Nullable Names earlier(Names names) {
        if (names.chinese.isEmpty()) {
            return earlier(names.letters, byLetters, null);
        }
        return earlier(names.letters, byLettersAlone, earlier(names.chinese, byChinese, null));
    }

    private static @Nullable Names earlier(Set<String> names, Map<String, Names> known, @Nullable Names other) {
        Names first = other;
        for (String name : names) {
            Names found = known.get(name);
            if (found != null && (first == null || found.number < first.number)) {
                first = found;
            }
        }
        return first;
    }

    private Names names(String id, Node city) {
        Set<String> letters = new HashSet<>();
        Set<String> chinese = new HashSet<>();
        letters.add(id.toLowerCase(Locale.ROOT));
        for (String key : new String[] {"name", "zh"}) {
            Node value = city.get(key);
            String text = value == null ? "" : value.isMap() ? value(value) : value.text();
            Matcher han = CHINESE.matcher(text);
            while (han.find()) {
                chinese.add(han.group());
            }
            String rest = CHINESE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
            if (!rest.isEmpty()) {
                letters.add(rest);
            }
        }
        return new Names(size, id, HistoryReader.idNode(city), letters, chinese);
    }

    private static String value(Node object) {
        Node value = object.get("value");
        return value == null ? "" : value.text();
    }
}
