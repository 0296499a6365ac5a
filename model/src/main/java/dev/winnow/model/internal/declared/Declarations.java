package dev.winnow.model.internal.declared;

import dev.winnow.model.internal.declared.Keys.Choice;
import dev.winnow.model.source.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the declarations of the maps of documents from a resource {@code keys.txt}. A map is declared before its use:
 *
 * <pre>
 * criterion {id: …, title: …, side: city, weight: 20}       a map, with an example
 *   id! | kebab | the name of its rule file                 a required key, its form and its meaning
 *   weight! (weight: 20) | number above 0 | its weight      with an example for the message that it is missing
 *   one of title, side                                      it needs exactly one of them; `any of`: at least one
 * </pre>
 */
public final class Declarations {

    private static final Pattern MAP = Pattern.compile("([\\w-]+) (.*)");
    private static final Pattern CHOICE = Pattern.compile("  (one|any) of (.*)");
    private static final Pattern KEY = Pattern.compile("  ([\\w-]+)(!?)(?: \\((.*?)\\))? \\| (.*?) \\| (.*)");

    private final Map<String, Keys> maps = new HashMap<>();

    private Declarations() {}

    /**
     * Reads the resource beside a class.
     *
     * @param owners the names of maps in messages; a map without one is called by the key it is the value of
     * @param forms forms of values that are not built in, by name
     */
    public static Declarations beside(Class<?> reader, Map<String, Message> owners, Map<String, Shape> forms) {
        Declarations declared = new Declarations();
        Map<String, Shape> shapes = new HashMap<>(forms);
        Keys keys = null;
        for (String line : lines(reader)) {
            Matcher key = KEY.matcher(line);
            Matcher choice = CHOICE.matcher(line);
            Matcher map = MAP.matcher(line);
            if (keys != null && key.matches()) {
                Shape shape = Shape.of(key.group(4), name -> Objects.requireNonNull(shapes.get(name), name));
                keys.add(new DeclaredKey(key.group(1), shape, !key.group(2).isEmpty(), key.group(3), key.group(5)));
            } else if (keys != null && choice.matches()) {
                keys.add(new Choice(
                        List.of(choice.group(2).split(", ")), choice.group(1).equals("any")));
            } else if (map.matches()) {
                keys = new Keys(owners.get(map.group(1)), map.group(2));
                declared.maps.put(map.group(1), keys);
                shapes.put(map.group(1), Shape.map(keys));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalStateException("keys.txt: " + line);
            }
        }
        return declared;
    }

    /** {@return the keys of a map} */
    public Keys of(String map) {
        return Objects.requireNonNull(maps.get(map), map);
    }

    private static List<String> lines(Class<?> reader) {
        try (InputStream in = Objects.requireNonNull(reader.getResourceAsStream("keys.txt"), "keys.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
