package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.CellProblems;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.NumberForms;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.TextList;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column into values of a universe. Repeated texts are cached. */
public final class CellReader {

    /** Number of texts of a column whose readings are kept. */
    private static final int KNOWN = 256;

    private static final int LONGEST_KNOWN = 64;

    /** No word for what is not known, or not there, is longer. */
    static final int LONGEST_WORD = 12;

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");

    /**
     * The value of a cell.
     *
     * @param text its text; null if it is a list, or says nothing
     * @param texts its list; null if it is none
     * @param change why that is other than what stands there; null if it is not
     * @param wrong what is wrong; null if nothing is
     */
    public record Reading(
            @Nullable String text,
            @Nullable List<String> texts,
            CellChange.@Nullable Kind change,
            @Nullable Function<Place, Problem> wrong) {

        public static final Reading NOTHING = new Reading(null, null, null, null);

        /** A value that was refused and is already reported. */
        public static final Reading FLAWED = new Reading(null, null, null, CellProblems::reported);

        /** Whether it could not be read. */
        public boolean isFlawed() {
            return wrong != null;
        }

        static Reading of(String text, CellChange.@Nullable Kind change) {
            return new Reading(text, null, change, null);
        }

        static Reading wrong(Function<Place, Problem> wrong) {
            return new Reading(null, null, null, wrong);
        }

        /** Whether it says in words that it is not known. */
        public boolean isUnknown() {
            return change == CellChange.Kind.UNKNOWN;
        }

        public boolean isNothing() {
            return text == null && texts == null && wrong == null;
        }

        /** For a report. */
        public String shown() {
            return text != null ? text : texts == null ? "" : String.join(" | ", texts);
        }
    }

    private final Property property;
    private final @Nullable String facet;
    private final @Nullable Column column;
    private final NameLookup names;
    private final Unit money;
    /** In which order its days are written; null if neither heading nor rows say it. */
    private final @Nullable DayOrder days;

    private final Map<String, Word> words;
    private final @Nullable String split;

    private final FigureReader figures;

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final Map<String, Reading> known = new HashMap<>();

    /** A reader of values that stand in no column of a table. */
    public CellReader(Key key, @Nullable String unit, NameLookup names, Unit money) {
        this(key, unit, null, names, money, Map.of(), null);
    }

    /**
     * A reader of a column of a table.
     *
     * @param words what texts of the column stand for; only those confirmed count
     * @param split what parts the items of a list; null for what parts them everywhere
     */
    public CellReader(
            Key key, Column column, NameLookup names, Unit money, Map<String, Word> words, @Nullable String split) {
        this(key, column.unit(), column, names, money, words, split);
    }

    private CellReader(
            Key key,
            @Nullable String unit,
            @Nullable Column column,
            NameLookup names,
            Unit money,
            Map<String, Word> words,
            @Nullable String split) {
        this.property = key.property();
        this.facet = key.facet();
        this.column = column;
        this.names = names;
        Unit own = unit == null ? null : HeadingUnit.money(unit);
        this.money = own == null ? money : own;
        this.words = words;
        this.split = split;
        this.days = DayOrder.named(unit);
        this.figures = new FigureReader(key, unit, column, names, this.money);
    }

    /** The option that gives a column a meaning; empty without a column. */
    static String option(@Nullable Column column, String meaning) {
        return column == null ? "" : "--map \"" + column.heading() + "=" + meaning + "\"";
    }

    /** The option that sets the order of day and month for the whole column; empty without a column. */
    private String dayOption() {
        return column == null
                ? ""
                : option(column, SettledColumns.undecidedDays(column).choices().get(0));
    }

    public Reading read(String cell) {
        if (cell.isEmpty()) {
            return Reading.NOTHING;
        }
        Reading read = cell.length() > LONGEST_KNOWN ? null : known.get(cell);
        if (read == null) {
            read = fresh(cell);
            if (cell.length() <= LONGEST_KNOWN && known.size() < KNOWN) {
                known.put(cell, read);
            }
        }
        return read;
    }

    private Reading fresh(String cell) {
        String text = TextFolding.strip(cell);
        if (text.isEmpty()) {
            return Reading.NOTHING;
        }
        int strange = strange(text);
        if (strange >= 0) {
            return Reading.wrong(place -> CellProblems.invisible(place, strange));
        }
        Word word = word(text);
        if (word != null) {
            return word.text().equals(Mapping.NOTHING)
                    ? new Reading(null, null, CellChange.Kind.WORD, null)
                    : of(word, reading(word.text()));
        }
        if (TextFolding.isShielded(text)) {
            Reading rest = reading(text.substring(1));
            return rest.change == null && rest.text != null ? Reading.of(rest.text, CellChange.Kind.BLANKS) : rest;
        }
        if (text.length() > 1 && text.charAt(0) == '=') {
            return Reading.wrong(place -> CellProblems.formulaText(place, text));
        }
        return reading(text);
    }

    /** What a mapping makes of a text: the words that it and the items of its list stand for. */
    public static String meant(String text, Map<String, Word> words, @Nullable ColumnMap column) {
        String split = column == null ? null : column.split();
        if (words.isEmpty() && split == null) {
            return text;
        }
        Word whole = Mapping.find(words, TextFolding.strip(text));
        if (whole != null && whole.confirmed()) {
            return whole.text();
        }
        List<String> items = split == null ? TextList.split(text) : split(text, split);
        List<String> meant = items.stream()
                .map(item -> {
                    Word word = Mapping.find(words, item);
                    return word == null || !word.confirmed() ? item : word.text();
                })
                .filter(item -> !item.equals(Mapping.NOTHING))
                .toList();
        return split == null && meant.equals(items) ? text : TextList.join(meant);
    }

    private @Nullable Word word(String text) {
        Word word = Mapping.find(words, text);
        return word == null || !word.confirmed() ? null : word;
    }

    /** A reading of what the mapping says instead. */
    private static Reading of(Word word, Reading read) {
        return read.wrong == null
                ? new Reading(read.text, read.texts, CellChange.Kind.WORD, null)
                : Reading.wrong(place -> read.wrong.apply(word.said().place()));
    }

    /** A character that belongs in no text; -1 if there is none. */
    private static int strange(String text) {
        int at = HiddenCharacters.firstIn(text);
        return at < 0 ? -1 : text.codePointAt(at);
    }

    private Reading reading(String text) {
        if (facet != null) {
            return switch (facet) {
                case "asOf" -> date(text);
                case "hindsight", "more" -> flag(text);
                case "bound" -> choice(text, List.of("at-least", "at-most", "about", "exact"), null);
                default -> Reading.of(text, null);
            };
        }
        if (isFree(property)) {
            return spaced(text);
        }
        if (property.type() == Property.Type.FIGURE) {
            return figures.read(text);
        }
        if (isUnknown(text)) {
            return new Reading(null, null, CellChange.Kind.UNKNOWN, null);
        }
        return switch (property.type()) {
            case TEXT -> text(text);
            case TEXTS -> texts(text);
            case FIGURE -> figures.read(text);
            case DATE -> date(text);
            case FLAG -> flag(text);
        };
    }

    /** Whether a property holds texts that may say anything, such as notes: "unknown" is one of them, but of no fact. */
    public static boolean isFree(Property property) {
        return isText(property) && !(property.declared() != null && property.sourced() && !property.required());
    }

    /** Whether a property holds texts that name nothing in a list. */
    static boolean isText(Property property) {
        return property.type() == Property.Type.TEXT
                && (property.refers() == null || property.namesFirms())
                && property.choices().isEmpty()
                && !property.name().equals("owner");
    }

    /** A name stands on one line; a note may have several. */
    private Reading spaced(String text) {
        if (property.name().equals("note") || (text.indexOf('\n') < 0 && text.indexOf('\r') < 0)) {
            return Reading.of(
                    text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'), null);
        }
        return Reading.of(text.replaceAll("\\s*[\\r\\n]+\\s*", " "), CellChange.Kind.BLANKS);
    }

    private Reading text(String text) {
        if (!property.choices().isEmpty()) {
            return choice(text, property.choices(), property.declared());
        }
        String list = property.refers();
        if (list == null || property.namesFirms()) {
            return spaced(text); // which firm a name means, whoever reads the universe finds out
        }
        Set<String> ids = names.ids(list, text);
        if (ids.isEmpty() && list.equals("cities")) {
            NameLookup.Located located = names.located(text);
            String elsewhere = located.elsewhere();
            if (elsewhere != null) {
                return Reading.wrong(place -> located.district() == null
                        ? CellProblems.otherProvince(place, text, elsewhere)
                        : CellProblems.otherCity(place, text, elsewhere));
            }
            ids = located.ids();
        }
        if (ids.isEmpty()) {
            List<String> several = TextList.split(text);
            if (several.size() > 1
                    && several.stream().anyMatch(one -> !names.ids(list, one).isEmpty())) {
                return Reading.wrong(place -> CellProblems.severalThings(place, text, several));
            }
        }
        return identified(text, ids);
    }

    private static Reading identified(String text, Set<String> ids) {
        if (ids.size() > 1) {
            return Reading.wrong(place -> CellProblems.severalNames(place, text, List.copyOf(ids)));
        }
        return ids.isEmpty()
                ? Reading.of(text, null)
                : named(text, ids.iterator().next());
    }

    private static Reading named(String text, String id) {
        return Reading.of(id, id.equals(text) ? null : CellChange.Kind.NAME);
    }

    private Reading choice(String text, List<String> choices, @Nullable DeclaredProperty declared) {
        String folded = TextFolding.of(text);
        for (String choice : choices) {
            if (choice.equals(text)) {
                return Reading.of(choice, null);
            }
        }
        for (String choice : choices) {
            if (TextFolding.of(choice).equals(folded)
                    || catalogue.says(choice, folded)
                    || isCalled(choice, folded, declared)) {
                return Reading.of(choice, CellChange.Kind.NAME);
            }
        }
        return Reading.of(text, null);
    }

    /** Whether the vocabulary calls a word of a closed list so. */
    private static boolean isCalled(String choice, String folded, @Nullable DeclaredProperty declared) {
        if (declared == null) {
            return false;
        }
        LocalName name = declared.wordNames().get(choice);
        Stream<String> names =
                name == null ? Stream.of() : Stream.of(name.inLanguage(Language.EN), name.inLanguage(Language.ZH));
        return Stream.concat(names, declared.synonyms().getOrDefault(choice, List.of()).stream())
                .anyMatch(called -> TextFolding.of(called).equals(folded));
    }

    private Reading texts(String text) {
        if (text.length() <= LONGEST_WORD && catalogue.says("none", TextFolding.of(text))) {
            return new Reading(null, List.of(), text.equals("none") ? null : CellChange.Kind.NONE, null);
        }
        List<String> items = new ArrayList<>();
        CellChange.Kind change = null;
        boolean left = false;
        for (String item : split == null ? TextList.split(text) : split(text, split)) {
            Word word = word(item);
            if (word != null && word.text().equals(Mapping.NOTHING)) {
                change = CellChange.Kind.WORD;
                left = true;
                continue;
            }
            for (String part : word == null ? parts(item) : TextList.split(word.text())) {
                change = word == null ? change : CellChange.Kind.WORD;
                Reading read = part.indexOf(':') > 0 && property.name().equals("complete") ? dated(part) : text(part);
                if (read.wrong != null) {
                    return read;
                }
                items.add(read.text == null ? part : read.text);
                change = change == null ? read.change : change;
            }
        }
        // That every item is left out does not say that there is none.
        return items.isEmpty() && left ? new Reading(null, null, change, null) : new Reading(null, items, change, null);
    }

    private static List<String> split(String text, String at) {
        return Stream.of(text.split(Pattern.quote(at), -1))
                .map(TextFolding::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** A list of the city that is complete from a day: {@code funds: 2024-01-01}. */
    private Reading dated(String part) {
        int colon = part.indexOf(':');
        Reading list = text(TextFolding.strip(part.substring(0, colon)));
        return Reading.of(list.text + ": " + DateText.iso(TextFolding.strip(part.substring(colon + 1))), list.change);
    }

    /** An item with commas is several, if each of them is known. */
    private List<String> parts(String item) {
        if (item.indexOf(',') < 0 && item.indexOf('，') < 0 && item.indexOf('/') < 0) {
            return List.of(item);
        }
        if (isKnown(item)) {
            return List.of(item);
        }
        List<String> parts = new ArrayList<>();
        for (String part : item.split("[,，/]", -1)) {
            if (!isKnown(TextFolding.strip(part))) {
                return List.of(item);
            }
            parts.add(TextFolding.strip(part));
        }
        return parts;
    }

    private boolean isKnown(String text) {
        String list = property.refers();
        return list != null
                ? !names.ids(list, text).isEmpty()
                : property.choices()
                        .contains(String.valueOf(choice(text, property.choices(), property.declared()).text));
    }

    /** Whether an amount is in a cell that is far beyond all known amounts of its kind. */
    public boolean isBeyond(String cell) {
        String text = TextFolding.strip(cell);
        return facet == null && !text.isEmpty() && word(text) == null && figures.isBeyond(text);
    }

    /** Whether a text says that a value is unknown. */
    static boolean isUnknown(String text) {
        return text.length() <= LONGEST_WORD && HeadingCatalogue.get().says("unknown", folded(text));
    }

    /** A text to look a word up by; a text of signs alone as it is. */
    private static String folded(String text) {
        String folded = TextFolding.of(text);
        return folded.isEmpty() ? text : folded;
    }

    private Reading date(String text) {
        if (DateText.isIso(text)) {
            return Reading.of(text, null);
        }
        List<String> two = DateText.twoWays(text);
        if (two != null) {
            return days == null
                    ? Reading.wrong(place -> CellProblems.twoDays(place, text, two.get(0), two.get(1), dayOption()))
                    : Reading.of(days.which(two), CellChange.Kind.DATE);
        }
        DayOrder shown = days == null ? DayOrder.OPEN : DayOrder.of(text);
        if (shown != DayOrder.OPEN && shown != days) {
            return Reading.wrong(place -> CellProblems.otherDays(place, text, shown == DayOrder.DAY_FIRST));
        }
        List<String> period = DateText.period(text);
        if (period != null) {
            return Reading.wrong(place -> CellProblems.period(place, text, period));
        }
        String day = SERIAL.matcher(text).matches() ? NumberForms.usualDay(text) : null;
        if (day != null) {
            return Reading.wrong(place -> CellProblems.serial(place, text, day));
        }
        List<String> vague = DateText.vague(text);
        if (vague != null) {
            return Reading.wrong(place -> CellProblems.vagueDate(place, text, vague));
        }
        String iso = DateText.iso(text);
        List<String> full = iso.equals(text) ? DateText.shortYear(text) : List.of();
        if (!full.isEmpty()) {
            return Reading.wrong(place -> CellProblems.shortYear(place, text, full));
        }
        return Reading.of(iso, iso.equals(text) ? null : CellChange.Kind.DATE);
    }

    private Reading flag(String text) {
        String key = folded(text);
        boolean yes = catalogue.says("true", key);
        if (!yes && !catalogue.says("false", key)) {
            return Reading.of(text, null);
        }
        String flag = yes ? "true" : "false";
        return Reading.of(flag, flag.equalsIgnoreCase(text) ? null : CellChange.Kind.FLAG);
    }
}
