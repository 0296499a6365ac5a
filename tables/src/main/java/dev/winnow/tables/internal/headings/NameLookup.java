package dev.winnow.tables.internal.headings;

import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.TextFolding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the ids of a universe by the names that tables use: 青岛 or Chip design instead of an id. */
public final class NameLookup {

    private static final List<String> LISTS =
            List.of("endMarkets", "tracks", "subTracks", "firms", "links", "chains", "cities");
    private static final Pattern PARTS =
            Pattern.compile("(?<=[\\p{IsHan}）])\\s+(?=[^\\p{IsHan}（])|(?<=[^\\p{IsHan}（\\s])\\s*(?=[\\p{IsHan}])");

    private static final Pattern CITY = Pattern.compile("(?i)\\s+(?:city|municipality)$");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    /** What stands behind a city in an address: its district, county or zone. */
    private static final Pattern DISTRICT = Pattern.compile("\\p{IsHan}{1,12}(?:区|县|旗|市|镇|街道)");

    private final Map<String, Map<String, Set<String>>> ids = new HashMap<>();

    /** The Chinese names of each city. */
    private final Map<String, Set<String>> chinese = new HashMap<>();

    /** The names of a universe. */
    public static NameLookup of(Universe universe) {
        NameLookup names = new NameLookup();
        for (String list : LISTS) {
            universe.called(list).forEach((id, called) -> names.add(list, id, called));
        }
        return names;
    }

    /** Adds an entry of a list. */
    public void add(String list, String id, Collection<String> called) {
        put(list, id, id);
        if (list.equals("cities")) {
            called.forEach(name -> CHINESE.matcher(name)
                    .results()
                    .forEach(found ->
                            chinese.computeIfAbsent(id, any -> new TreeSet<>()).add(found.group())));
        }
        for (String name : called) {
            put(list, name, id);
            for (String part : PARTS.split(name, -1)) {
                put(list, part, id);
                for (int end : new int[] {part.indexOf(','), part.indexOf('('), part.indexOf('（')}) {
                    if (end > 0) {
                        put(list, part.substring(0, end), id);
                    }
                }
            }
        }
    }

    private void put(String list, String name, String id) {
        String folded = TextFolding.of(name);
        if (!folded.isEmpty()) {
            Map<String, Set<String>> byName = ids.computeIfAbsent(list, any -> new HashMap<>());
            byName.computeIfAbsent(folded, any -> new TreeSet<>()).add(id);
            if (list.equals("cities")) {
                String other = folded.endsWith("市") ? folded.substring(0, folded.length() - 1) : folded + "市";
                byName.computeIfAbsent(other, any -> new TreeSet<>()).add(id);
            }
        }
    }

    /** The ids of all that a text can name; empty if there is none. */
    public Set<String> ids(String list, String text) {
        Map<String, Set<String>> byName = ids.getOrDefault(list, Map.of());
        Set<String> found = byName.getOrDefault(TextFolding.of(text), Set.of());
        return found.contains(text) ? Set.of(text) : found;
    }

    /**
     * A city that an address names.
     *
     * @param ids of all cities that it can name
     * @param elsewhere the province in which the city lies, where the address names another one; null if it does not
     */
    record Located(Set<String> ids, @Nullable String elsewhere) {}

    /** The city of an address with its province, or a district of it: 山东省青岛市黄岛区. */
    Located located(String text) {
        Provinces provinces = Provinces.get();
        Provinces.Address address = provinces.address(text);
        String place = address == null ? text : address.place();
        Set<String> found = ids("cities", CITY.matcher(place).replaceFirst(""));
        for (int end = place.length() - 2; end >= 2 && found.isEmpty(); end--) {
            found = DISTRICT.matcher(place.substring(end)).matches()
                    ? ids("cities", place.substring(0, end))
                    : Set.of();
        }
        if (address != null && found.size() == 1) {
            String id = found.iterator().next();
            for (String name : chinese.getOrDefault(id, Set.of())) {
                if (!provinces.mayLie(name, address.province())) {
                    return new Located(Set.of(), provinces.of(name));
                }
            }
        }
        return new Located(found, null);
    }

    /** The provinces of China, which addresses name beside a city, from the file {@code provinces.txt}. Immutable. */
    private static final class Provinces {

        private static final Provinces ONE = read();

        private static final Pattern COUNTRY =
                Pattern.compile("^中国|,\\s*(?:p\\.?r\\.? ?)?china$|,\\s*prc$", Pattern.CASE_INSENSITIVE);
        private static final Pattern BEHIND = Pattern.compile("(.+?)\\s*[,(]\\s*([^,()]+?)\\s*\\)?");
        private static final String SUFFIX = "(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?";

        /** The Chinese name by the names in both languages, folded. */
        private final Map<String, String> names = new LinkedHashMap<>();

        private final Map<String, String> english = new LinkedHashMap<>();

        /** The provinces of each city: 海南 is one in Qinghai. */
        private final Map<String, List<String>> cities = new LinkedHashMap<>();

        private final Pattern before;

        private Provinces(List<String> lines) {
            List<String> words = new ArrayList<>();
            for (String line : lines) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split("\\s*[=|]\\s*", -1);
                    names.put(TextFolding.of(parts[0]), parts[1]);
                    names.put(TextFolding.of(parts[1]), parts[1]);
                    english.put(parts[1], parts[0]);
                    words.add(parts[1] + SUFFIX);
                    words.add(parts[0] + "(?: Province)? ");
                    for (String city : parts[2].split(" ", -1)) {
                        cities.computeIfAbsent(city, any -> new ArrayList<>()).add(parts[1]);
                    }
                }
            }
            before = Pattern.compile("(" + String.join("|", words) + ")\\s*(.+)", Pattern.CASE_INSENSITIVE);
        }

        static Provinces get() {
            return ONE;
        }

        private static Provinces read() {
            try (InputStream in = Objects.requireNonNull(Provinces.class.getResourceAsStream("provinces.txt"));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return new Provinces(lines.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * A place with its province beside it.
         *
         * @param place the text without the province
         * @param province in Chinese
         */
        record Address(String place, String province) {}

        /** Parts a place from its province: 山东省青岛市, {@code Qingdao, Shandong}; null if the text names no province. */
        @Nullable
        Address address(String text) {
            String plain = COUNTRY.matcher(TextFolding.strip(Normalizer.normalize(text, Normalizer.Form.NFKC)))
                    .replaceAll("")
                    .strip();
            Matcher behind = BEHIND.matcher(plain);
            if (behind.matches()) {
                String province = province(behind.group(2));
                if (province != null) {
                    return new Address(behind.group(1), province);
                }
            }
            Matcher first = before.matcher(plain);
            String province = first.matches() ? province(first.group(1)) : null;
            return province == null ? null : new Address(first.group(2), province);
        }

        private @Nullable String province(String words) {
            String bare = TextFolding.strip(words).replaceFirst("(?i)" + SUFFIX + "$|\\s+province$", "");
            return names.get(TextFolding.of(bare));
        }

        /** Whether a city with this Chinese name lies in a province; so does one that no province lists. */
        boolean mayLie(String city, String province) {
            return cities.getOrDefault(bare(city), List.of(province)).contains(province);
        }

        /** The province of a city in both languages; null if none lists it. */
        @Nullable
        String of(String city) {
            List<String> in = cities.get(bare(city));
            return in == null ? null : english.get(in.get(0)) + " " + in.get(0);
        }

        private static String bare(String city) {
            return city.endsWith("市") ? city.substring(0, city.length() - 1) : city;
        }
    }
}
