package dev.winnow.tables.internal.headings;

import dev.winnow.tables.internal.cells.TextFolding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Districts of Chinese cities, which cells name with or without their city, from the file {@code districts.txt}.
 * Immutable.
 */
final class Districts {

    /** Words for a kind of district at the end of a name, which are often left out: 城阳 for 城阳区. */
    private static final Pattern SUFFIX =
            Pattern.compile("(?<=..)(?:新区|自治县|区|县|旗|市)$|(?i)\\s+(?:district|county|new (?:area|district))$");

    /** Zones that exist in many cities, so that their names do not identify a city. */
    private static final Pattern ZONE = Pattern.compile(
            "(?:国家级?)?(?:高新|经开|开发|工业园?|保税|综保|综合保税|自贸|自由贸易|示范|试验|新|老城|中心城|城|市辖|郊|矿)区?|(?:经济技术|经济|高新技术产业|高新技术)开发区|(?:high-?tech|economic(?:"
                    + " and technological)?|industrial) (?:development )?(?:zone|park|district)");

    private static final Districts ONE = read();

    /**
     * A district of a city.
     *
     * @param city Chinese name of the city, without 市
     * @param elsewhere whether a place outside the file, such as a city, has the same name
     */
    record District(String city, boolean elsewhere) {}

    private final Map<String, Set<District>> byName = new HashMap<>();

    private Districts(List<String> lines) {
        for (String line : lines) {
            if (!line.startsWith("#") && !line.isBlank()) {
                int equals = line.indexOf(" = ");
                for (String name : line.substring(equals + 3).split(" ", -1)) {
                    boolean elsewhere = name.endsWith("*");
                    String own = elsewhere ? name.substring(0, name.length() - 1) : name;
                    byName.computeIfAbsent(key(own), any -> new LinkedHashSet<>())
                            .add(new District(line.substring(0, equals), elsewhere));
                }
            }
        }
    }

    static Districts get() {
        return ONE;
    }

    private static Districts read() {
        try (InputStream in = Objects.requireNonNull(Districts.class.getResourceAsStream("districts.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Districts(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Districts with a name, in all cities. */
    Set<District> named(String name) {
        return byName.getOrDefault(key(name), Set.of());
    }

    /** Whether several places have a district of this name. */
    boolean isShared(String name) {
        Set<District> known = named(name);
        return isZone(name) || known.size() > 1 || known.stream().anyMatch(District::elsewhere);
    }

    /** A name for comparison, without the word for a district. */
    static String key(String name) {
        return TextFolding.of(SUFFIX.matcher(TextFolding.strip(name)).replaceFirst(""));
    }

    /** Whether a name is that of a zone that many cities have, such as 高新区. */
    static boolean isZone(String name) {
        return ZONE.matcher(TextFolding.strip(name)).matches();
    }
}
