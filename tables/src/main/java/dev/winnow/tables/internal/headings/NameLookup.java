package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.history.FactsInUse;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds ids of a universe by names used in tables, such as 青岛 or Chip design. */
public final class NameLookup {

    private static final List<String> LISTS =
            List.of("endMarkets", "tracks", "subTracks", "firms", "links", "chains", "cities");
    private static final Pattern PARTS =
            Pattern.compile("(?<=[\\p{IsHan}）])\\s+(?=[^\\p{IsHan}（])|(?<=[^\\p{IsHan}（\\s])\\s*(?=[\\p{IsHan}])");

    private static final Pattern CITY = Pattern.compile("(?i)\\s+(?:city|municipality)$");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    /** A district, county or zone at the start of a place within a city. */
    private static final Pattern DISTRICT = Pattern.compile("\\p{IsHan}{1,9}?(?:区|县|旗|市)");

    /** A place within a city, after the city in an address. */
    private static final Pattern WITHIN = Pattern.compile("\\p{IsHan}{1,12}(?:区|县|旗|市|镇|街道)");

    private static final Pattern DIVISION = Pattern.compile("(?:区|县|旗|市|自治州|盟|地区)$");

    /** A district and its city, in either order: {@code Laoshan District, Qingdao}. */
    private static final Pattern PARTED = Pattern.compile("(.+?)\\s*[,，、]\\s*(.+)");

    private static final Pattern IN_ENGLISH = Pattern.compile("(?i).+ (?:district|county|new area|new district)");

    private final Map<String, Map<String, Set<String>>> ids = new HashMap<>();

    /** Chinese names of cities, by id. */
    private final Map<String, Set<String>> chinese = new HashMap<>();

    /** Listed districts of each city: their names, by the name without the word for a district. */
    private final Map<String, Map<String, String>> districts = new TreeMap<>();

    private final Universe universe;

    /** Known amounts of the universe; null until first used. */
    private @Nullable KnownAmounts amounts;

    /** See {@link #offered}; null until first used. */
    private @Nullable EntryKinds offered;

    private NameLookup(Universe universe) {
        this.universe = universe;
    }

    /** The names of a universe. */
    public static NameLookup of(Universe universe) {
        NameLookup names = new NameLookup(universe);
        for (String list : LISTS) {
            universe.called(list).forEach((id, called) -> names.add(list, id, called));
        }
        for (Node city : universe.listed("cities")) {
            Node id = city.get("id");
            if (id != null) {
                city.list("districts", new ArrayList<>())
                        .forEach(row -> names.addDistrict(id.text().strip(), row));
            }
        }
        return names;
    }

    /**
     * The facts that a question may offer: those of the core and of the packs that the universe uses; those of all packs
     * if it uses none.
     */
    EntryKinds offered() {
        EntryKinds known = offered;
        if (known == null) {
            List<Vocabulary> packs = universe.vocabulary().documents().stream()
                    .map(document -> Vocabulary.of(document, new ArrayList<>()))
                    .toList();
            Vocabulary used = FactsInUse.of(packs, universe.dossiers(universe.asOf(), true));
            known = EntryKinds.of(used.isCore() ? universe.vocabulary() : used);
            offered = known;
        }
        return known;
    }

    /** Adds a district of a city from its row. */
    public void addDistrict(String city, Node row) {
        String name = row.isMap() ? row.optionalText("name", new ArrayList<>()) : null;
        if (name != null) {
            Map<String, String> own = districts.computeIfAbsent(city, any -> new HashMap<>());
            own.putIfAbsent(Districts.key(name), name);
            for (String part : PARTS.split(name, -1)) {
                own.putIfAbsent(Districts.key(part), name);
            }
        }
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

    KnownAmounts amounts() {
        KnownAmounts known = amounts == null ? KnownAmounts.of(universe) : amounts;
        amounts = known;
        return known;
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

    /** Ids of all entries that a text can name; empty if there are none. */
    public Set<String> ids(String list, String text) {
        Map<String, Set<String>> byName = ids.getOrDefault(list, Map.of());
        Set<String> found = byName.getOrDefault(TextFolding.of(text), Set.of());
        return found.contains(text) ? Set.of(text) : found;
    }

    /**
     * The city of an address.
     *
     * @param ids ids of all cities that the address can mean
     * @param district the place within the city, as named in the city's list or else as written; null if there is none
     * @param elsewhere where the city or district lies, if that is not the place in the address; null otherwise
     */
    public record Located(
            Set<String> ids,
            @Nullable String district,
            @Nullable String elsewhere) {

        static final Located NOWHERE = new Located(Set.of(), null, null);

        /** Whether the address identifies a single city. */
        public boolean isKnown() {
            return ids.size() == 1 && elsewhere == null;
        }
    }

    /** The city of an address with a province or a district: 山东省青岛市黄岛区, 崂山区, {@code Laoshan, Qingdao}. */
    public Located located(String text) {
        Provinces provinces = Provinces.get();
        Provinces.Address address = provinces.address(text);
        String place = address == null ? TextFolding.strip(text) : address.place();
        Located found = located(place, ids("cities", CITY.matcher(place).replaceFirst("")));
        Set<String> municipality = address == null ? Set.of() : ids("cities", address.province());
        if (municipality.size() == 1 && found.ids.isEmpty()) {
            found = within(municipality.iterator().next(), place); // An address such as 北京市朝阳区.
        }
        if (address != null && found.ids.size() == 1) {
            String id = found.ids.iterator().next();
            for (String name : chinese.getOrDefault(id, Set.of())) {
                if (!provinces.mayLie(name, address.province())) {
                    return new Located(Set.of(), null, provinces.of(name));
                }
            }
        }
        return found;
    }

    private Located located(String place, Set<String> cities) {
        if (!cities.isEmpty()) {
            return new Located(cities, null, null);
        }
        for (int end = place.length() - 1; end >= 2; end--) {
            String rest = place.substring(end);
            Set<String> before = ids("cities", place.substring(0, end));
            if (before.size() == 1
                    && (WITHIN.matcher(rest).matches()
                            || isListed(before.iterator().next(), rest))) {
                return within(before.iterator().next(), rest);
            }
        }
        Matcher parted = PARTED.matcher(place);
        if (parted.matches()) {
            Located behind = parted(parted.group(1), parted.group(2));
            return behind.ids.isEmpty() ? parted(parted.group(2), parted.group(1)) : behind;
        }
        Set<String> alone = citiesOf(place);
        return alone.size() == 1 && !Districts.get().isShared(place)
                ? within(alone.iterator().next(), place)
                : Located.NOWHERE;
    }

    private Located parted(String district, String city) {
        Set<String> found = ids("cities", CITY.matcher(city).replaceFirst(""));
        String id = found.size() == 1 ? found.iterator().next() : null;
        return id != null
                        && (isListed(id, district)
                                || WITHIN.matcher(district).matches()
                                || IN_ENGLISH.matcher(district).matches())
                ? within(id, district)
                : Located.NOWHERE;
    }

    /** A place within a city; elsewhere if only another city has a district of that name. */
    public Located within(String city, String place) {
        Matcher first = DISTRICT.matcher(place);
        String named = !isListed(city, place) && first.lookingAt() ? first.group() : place;
        String listed = districts.getOrDefault(city, Map.of()).get(Districts.key(named));
        boolean here = listed != null
                || chinese.getOrDefault(city, Set.of()).isEmpty()
                || isCalled(city, named)
                || Districts.get().named(named).stream().anyMatch(one -> isIn(one, city));
        String other = here || !DIVISION.matcher(named).find() ? null : elsewhere(named);
        return other == null
                ? new Located(Set.of(city), listed == null ? named : listed, null)
                : new Located(Set.of(), named, other);
    }

    /** Chinese name of the only city that a place can belong to, which the universe need not have; null if unknown. */
    public @Nullable String elsewhere(String text) {
        Provinces.Address address = Provinces.get().address(text);
        String place = address == null ? TextFolding.strip(text) : address.place();
        for (int end = place.length(); end >= 2; end--) {
            String start = place.substring(0, end);
            boolean whole = end == place.length();
            if (whole || DIVISION.matcher(start).find()) {
                Set<Districts.District> known = Districts.get().named(start);
                if (known.size() == 1 && !Districts.get().isShared(start)) {
                    return known.iterator().next().city();
                }
                if (Provinces.get().of(start) != null) {
                    return Provinces.bare(start);
                }
            }
        }
        return null;
    }

    /** Whether a text is the name of a district in a universe whose districts are known. */
    public boolean isDistrict(String text) {
        return (text.codePoints().anyMatch(Character::isIdeographic)
                        || IN_ENGLISH.matcher(text).matches())
                && (!districts.isEmpty()
                        || chinese.values().stream()
                                .flatMap(Set::stream)
                                .anyMatch(name -> Provinces.get().of(name) != null));
    }

    private boolean isCalled(String city, String place) {
        return chinese.getOrDefault(city, Set.of()).stream()
                .anyMatch(name -> Provinces.bare(name).equals(Provinces.bare(place)));
    }

    private boolean isIn(Districts.District district, String city) {
        return chinese.getOrDefault(city, Set.of()).stream()
                .anyMatch(name -> Provinces.bare(name).equals(district.city()));
    }

    /** Whether a city has a known district of a name. */
    private boolean isListed(String city, String name) {
        return districts.getOrDefault(city, Map.of()).containsKey(Districts.key(name))
                || Districts.get().named(name).stream().anyMatch(one -> isIn(one, city));
    }

    /** Known cities that have a district of a name. */
    public Set<String> citiesOf(String district) {
        Set<String> cities = new TreeSet<>();
        ids.getOrDefault("cities", Map.of()).values().forEach(cities::addAll);
        cities.removeIf(city -> !isListed(city, district));
        return cities;
    }

    /** The provinces of China, which addresses name beside a city, from the file {@code provinces.txt}. Immutable. */
    private static final class Provinces {

        private static final Provinces ONE = read();

        private static final Pattern COUNTRY =
                Pattern.compile("^中国|,\\s*(?:p\\.?r\\.? ?)?china$|,\\s*prc$", Pattern.CASE_INSENSITIVE);
        private static final Pattern BEHIND = Pattern.compile("(.+?)\\s*[,(]\\s*([^,()]+?)\\s*\\)?");
        private static final String SUFFIX = "(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?";

        /** Chinese names by normalised names in both languages. */
        private final Map<String, String> names = new LinkedHashMap<>();

        private final Map<String, String> english = new LinkedHashMap<>();

        /** Provinces of each city name; 海南, for example, is also a place in Qinghai. */
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
         * A place and its province.
         *
         * @param place the text without the province
         * @param province Chinese name of the province
         */
        record Address(String place, String province) {}

        /** Splits a text into place and province: 山东省青岛市, {@code Qingdao, Shandong}; null if it names no province. */
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

        /** Whether a city of this Chinese name may lie in a province. This is so for cities that no province lists. */
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
