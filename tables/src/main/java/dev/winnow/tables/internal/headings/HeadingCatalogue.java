package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.tables.internal.cells.TextFolding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of sheets, columns and values, from the file {@code catalogue.txt} and the vocabulary. Immutable. */
public final class HeadingCatalogue {

    /** Names of a template's sheet of notes, which is not read. */
    public static final List<String> NOTES = List.of("notes", "说明");

    /** Name of a template's hidden sheet of choices, which is not read. */
    public static final String CHOICES = "choices";

    /** Maximum length of a sheet name in a workbook. */
    private static final int LONGEST_SHEET = 31;

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");

    private static final HeadingCatalogue ONE = read();

    /** Names, the heading of a template first, and a description in Chinese. */
    public record Words(List<String> english, List<String> chinese, String note) {

        public String first(Language language) {
            return in(language).get(0);
        }

        private List<String> in(Language language) {
            return language.equals(Language.ZH) ? chinese : english;
        }

        /** All names, preceded by an identifier. */
        private Stream<String> with(String name) {
            return Stream.of(List.of(name), english, chinese).flatMap(List::stream);
        }
    }

    private final Map<String, Words> sheets = new LinkedHashMap<>();
    /** Normalised names of the sheet of each kind of the core. */
    private final Map<String, Set<String>> sheetWords = new HashMap<>();

    private final Map<String, Map<String, Words>> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> meanings = new TreeMap<>();

    private HeadingCatalogue() {}

    /** The catalogue. */
    public static HeadingCatalogue get() {
        return ONE;
    }

    private static HeadingCatalogue read() {
        HeadingCatalogue catalogue = new HeadingCatalogue();
        try (InputStream in = Objects.requireNonNull(HeadingCatalogue.class.getResourceAsStream("catalogue.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                int equals = line.indexOf(" = ");
                String name = (equals < 0 ? line : line.substring(0, equals)).strip();
                String rest = equals < 0 ? "" : line.substring(equals + 3);
                if (name.startsWith("[")) {
                    section = name.substring(1, name.length() - 1);
                    catalogue.columns.put(section, new LinkedHashMap<>());
                    catalogue.meanings.put(section, new TreeMap<>());
                    if (equals >= 0) {
                        Words sheet = words(rest);
                        catalogue.sheets.put(section, sheet);
                        catalogue.sheetWords.put(
                                section,
                                sheet.with(section).map(TextFolding::of).collect(Collectors.toSet()));
                    }
                } else {
                    section(catalogue.columns, section).put(name, words(rest));
                    enter(section(catalogue.meanings, section), name, words(rest));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalogue;
    }

    private static Words words(String text) {
        String[] parts = text.split("\\|", -1);
        return new Words(list(parts[0]), list(parts[1]), parts.length > 2 ? parts[2].strip() : "");
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A word as a key for look-ups, without accents; a word without letters or digits unchanged. */
    static String folded(String word) {
        String folded = unaccented(TextFolding.of(word));
        return folded.isEmpty() ? word : folded;
    }

    /** A text without the accents of Latin letters. */
    static String unaccented(String text) {
        return text.chars().allMatch(c -> c < 128)
                ? text
                : Normalizer.normalize(
                        ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                                .replaceAll(""),
                        Normalizer.Form.NFC);
    }

    /** Names of the sheet of a kind. */
    public Words sheet(EntryKind kind) {
        DeclaredList declared = kind.declared();
        return declared == null ? section(sheets, kind.name()) : words(declared.headings(), declared.note());
    }

    /**
     * The sheet name of a kind. For a declared list, the first name that a workbook allows and that means no other
     * kind.
     */
    public String sheetName(EntryKind kind, Language language) {
        if (kind.declared() == null) {
            return sheet(kind).first(language);
        }
        return Stream.concat(sheet(kind).in(language).stream(), Stream.of(kind.name()))
                .map(HeadingCatalogue::asSheet)
                .filter(name -> kinds(kind.kinds(), name).equals(List.of(kind)))
                .findFirst()
                .orElse(kind.name());
    }

    /** A name shortened and changed to be valid as a sheet name. */
    private static String asSheet(String name) {
        String allowed = name.replaceAll("[/\\\\?*\\]\\[:']", "-");
        return allowed.substring(
                0, allowed.offsetByCodePoints(0, Math.min(LONGEST_SHEET, allowed.codePointCount(0, allowed.length()))));
    }

    /** Names of a column of a kind. */
    public Words column(EntryKind kind, String property) {
        Property known = kind.property(property);
        DeclaredProperty declared = known == null ? null : known.declared();
        return declared == null
                ? kind.declared() == null ? column(kind.name(), property) : ofEveryRow(property)
                : words(declared.headings(), declared.note());
    }

    /** The heading of a column, with the number and the facet of its value. */
    public String heading(EntryKind kind, Key key, Language language) {
        String facet = key.facet();
        return column(kind, key.property().name()).first(language)
                + (key.nth() > 1 ? "." + key.nth() : "")
                + (facet == null ? "" : "." + facet(facet).first(language));
    }

    /** Names of the columns that every list of a city has: the city and the origin of a row. */
    private Words ofEveryRow(String property) {
        Words facet = section(columns, "words").get(property);
        return facet == null ? column("cities.demands", property) : facet;
    }

    private static Words words(Map<Language, List<String>> headings, @Nullable LocalName note) {
        return new Words(
                headings.getOrDefault(Language.EN, List.of()),
                headings.getOrDefault(Language.ZH, List.of()),
                note == null ? "" : note.inLanguage(Language.ZH));
    }

    /** Names of a facet. */
    public Words facet(String facet) {
        return column("words", facet);
    }

    /** Names of a value of a closed list; null if it has only its identifier. */
    public @Nullable Words value(String value) {
        return section(columns, "values").get(value);
    }

    /** The kind with a sheet name; null if there is none or several. */
    public @Nullable EntryKind kind(EntryKinds all, String sheet) {
        List<EntryKind> kinds = kinds(all, sheet);
        return kinds.size() == 1 ? kinds.get(0) : null;
    }

    /** The kinds with a sheet name. {@code firms} means the firms of the universe or those of a city. */
    List<EntryKind> kinds(EntryKinds all, String sheet) {
        String folded = TextFolding.of(sheet);
        return all.values().stream().filter(kind -> isSheet(kind, folded)).toList();
    }

    private boolean isSheet(EntryKind kind, String folded) {
        return kind.declared() == null
                ? section(sheetWords, kind.name()).contains(folded)
                : sheet(kind)
                        .with(kind.name())
                        .anyMatch(word -> TextFolding.of(word).equals(folded)
                                || TextFolding.of(asSheet(word)).equals(folded));
    }

    /** Normalised words for the properties of a kind, with their meanings. */
    Map<String, Set<String>> words(EntryKind kind) {
        Map<String, Set<String>> words = new TreeMap<>();
        Map<String, Set<String>> core = meanings.get(kind.name());
        if (core != null) {
            core.forEach((word, meaning) -> words.put(word, new TreeSet<>(meaning)));
        } else {
            Stream.concat(Stream.of(Key.holder(kind)), kind.properties().stream())
                    .filter(property -> property.declared() == null)
                    .forEach(property -> enter(words, property.name(), ofEveryRow(property.name())));
        }
        for (Property property : kind.properties()) {
            if (property.declared() != null) {
                enter(words, property.name(), column(kind, property.name()));
            }
        }
        return words;
    }

    private static void enter(Map<String, Set<String>> words, String property, Words called) {
        called.with(property)
                .forEach(word -> words.computeIfAbsent(folded(withoutDoubt(word)), any -> new TreeSet<>())
                        .add(property));
    }

    /** Normalised words for properties of a kind that can mean something else, and are asked about. */
    Set<String> doubted(EntryKind kind) {
        return kind.properties().stream()
                .flatMap(property -> column(kind, property.name()).with(property.name()))
                .filter(word -> !withoutDoubt(word).equals(word))
                .map(word -> folded(withoutDoubt(word)))
                .collect(Collectors.toSet());
    }

    /** A word without the question mark of one that is asked about, such as {@code 融资额?}. */
    private static String withoutDoubt(String word) {
        return word.length() > 1 && word.endsWith("?") ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether a normalised heading is that of a column that is never taken. */
    boolean ignores(String folded) {
        return !meaning("ignored", folded).isEmpty();
    }

    /** Whether a normalised heading is that of the reasons in files of refused rows. */
    boolean isReason(String folded) {
        return meaning("ignored", folded).contains("refusedBecause");
    }

    /** The name of a column that is never taken. */
    public String ignored(String column, Language language) {
        List<String> words = column("ignored", column).in(language);
        return words.get(words.size() - 1);
    }

    /** Normalised words for the facets of a value. */
    Map<String, Set<String>> facetWords() {
        return section(meanings, "words");
    }

    /** Whether a normalised text is a word for a value. */
    public boolean says(String value, String folded) {
        return meaning("values", folded).contains(value);
    }

    /** The normalised words for a value. */
    Set<String> texts(String value) {
        return section(meanings, "values").entrySet().stream()
                .filter(word ->
                        word.getValue().contains(value) && !word.getKey().equals(value))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<String> meaning(String section, String folded) {
        return section(meanings, section).getOrDefault(unaccented(folded), Set.of());
    }

    private Words column(String section, String name) {
        Words words = section(columns, section).get(name);
        if (words == null) {
            throw new IllegalStateException("catalogue.txt has no `" + name + "` under `[" + section + "]`");
        }
        return words;
    }

    /** A section of the file. Every kind of entry must have one. */
    private static <T> T section(Map<String, T> sections, String name) {
        T section = sections.get(name);
        if (section == null) {
            throw new IllegalStateException("catalogue.txt has no `[" + name + "]`");
        }
        return section;
    }
}
