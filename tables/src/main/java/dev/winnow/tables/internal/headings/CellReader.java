package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextLength;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.CellProblems;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.cells.FirmText;
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

/** Reads the cells of one column as values of a universe. Repeated texts are cached. */
public final class CellReader {

    /** Maximum number of cached readings of a column. */
    private static final int KNOWN = 256;

    private static final int LONGEST_KNOWN = 64;

    /** Maximum length of a word for unknown or missing values. */
    static final int LONGEST_WORD = 12;

    /** Texts that are only shown, so that their beginning is enough. */
    private static final Set<String> SHORTENED = Set.of("source", "note", "buildingProgress");

    private static final Pattern COMMAS = Pattern.compile("[,，/]");

    private static final Pattern ANDS = Pattern.compile("[,，/&]|\\band\\b|以及|[和与及]");

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");

    /**
     * The value of a cell.
     *
     * @param text the text; null for a list or no value
     * @param texts the list; null for a text or no value
     * @param change reason why the value differs from the text of the cell; null if it does not
     * @param wrong creates the problem of the cell; null if there is none
     */
    public record Reading(
            @Nullable String text,
            @Nullable List<String> texts,
            CellChange.@Nullable Kind change,
            @Nullable Function<Place, Problem> wrong) {

        public static final Reading NOTHING = new Reading(null, null, null, null);

        /** A refused value whose problem was already reported. */
        public static final Reading FLAWED = new Reading(null, null, null, CellProblems::reported);

        /** Whether the cell cannot be read. */
        public boolean isFlawed() {
            return wrong != null;
        }

        static Reading of(String text, CellChange.@Nullable Kind change) {
            return new Reading(text, null, change, null);
        }

        static Reading wrong(Function<Place, Problem> wrong) {
            return new Reading(null, null, null, wrong);
        }

        /** Whether the cell calls its value unknown. */
        public boolean isUnknown() {
            return change == CellChange.Kind.UNKNOWN;
        }

        public boolean isNothing() {
            return text == null && texts == null && wrong == null;
        }

        /** The value for a report. */
        public String shown() {
            return text != null ? text : texts == null ? "" : String.join(" | ", texts);
        }
    }

    private final Property property;
    private final @Nullable String facet;
    private final @Nullable Column column;
    private final NameLookup names;
    private final Unit money;
    /** Order of day and month; null if neither the heading nor the rows show it. */
    private final @Nullable DayOrder days;

    private final Map<String, Word> words;
    private final @Nullable String split;

    private final FigureReader figures;

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final Map<String, Reading> known = new HashMap<>();

    /** Creates a reader of values outside a table. */
    public CellReader(Key key, @Nullable String unit, NameLookup names, Unit money) {
        this(key, unit, null, names, money, Map.of(), null);
    }

    /**
     * Creates a reader of a column.
     *
     * @param words meanings of texts in the column; only confirmed ones count
     * @param split separator of list items; null for the usual separators
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
        this.figures = new FigureReader(key, unit, column, names, this.money, this.money.equals(money));
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
                    : of(word, property.namesFirms() ? firms(word.text()) : reading(word.text()));
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

    /** A text with the replacements of a mapping, for the whole text or for the items of a list. */
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

    /** The reading of a replacement, whose problems are at its place in the mapping. */
    private static Reading of(Word word, Reading read) {
        return read.wrong == null
                ? new Reading(read.text, read.texts, CellChange.Kind.WORD, null)
                : Reading.wrong(place -> read.wrong.apply(word.said().place()));
    }

    /** The first code point that is not allowed in texts; -1 if there is none. */
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
                default -> cut(facet, text);
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

    /** Whether a property contains free text, such as a note, in which "unknown" is an ordinary word. */
    public static boolean isFree(Property property) {
        return isText(property) && !(property.declared() != null && property.sourced() && !property.required());
    }

    /** Whether a property contains texts that do not name entries of a list. */
    static boolean isText(Property property) {
        return property.type() == Property.Type.TEXT
                && (property.refers() == null || property.namesFirms())
                && property.choices().isEmpty()
                && !property.name().equals("owner");
    }

    /** Joins the lines of a name; a note may have several lines. */
    private Reading spaced(String text) {
        if (property.name().equals("note") || (text.indexOf('\n') < 0 && text.indexOf('\r') < 0)) {
            String lines =
                    text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
            return SHORTENED.contains(property.name()) ? cut(property.name(), lines) : Reading.of(lines, null);
        }
        return Reading.of(text.replaceAll("\\s*[\\r\\n]+\\s*", " "), CellChange.Kind.BLANKS);
    }

    /** The beginning of a text that is too long, whose end neither names nor decides anything. */
    private static Reading cut(String key, String text) {
        String kept = TextLength.cut(key, text);
        return Reading.of(kept, kept.equals(text) ? null : CellChange.Kind.CUT);
    }

    private Reading text(String text) {
        if (!property.choices().isEmpty()) {
            return choice(text, property.choices(), property.declared());
        }
        String list = property.refers();
        if (list == null) {
            return spaced(text);
        }
        if (property.namesFirms()) {
            return firm(text);
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
                return Reading.wrong(place -> CellProblems.severalThings(place, text, several, "note"));
            }
        }
        return identified(text, ids);
    }

    /** A cell that names one firm. Names are resolved when the universe is read. */
    private Reading firm(String text) {
        if (isKnown(text)) {
            return spaced(text);
        }
        List<String> several = FirmText.split(text);
        if (several.size() > 1) {
            String others = property.name().equals("owner") ? "coInvestors" : "note";
            return Reading.wrong(place -> CellProblems.severalThings(place, text, several, others));
        }
        return isOne(text) ? spaced(text) : oneOrSeveral(text);
    }

    private boolean isOne(String firm) {
        return isKnown(firm) || FirmText.joined(firm, this::isKnown).size() == 1;
    }

    private Reading oneOrSeveral(String text) {
        boolean list = property.type() == Property.Type.TEXTS;
        return Reading.wrong(place -> CellProblems.oneOrSeveral(place, text, list, option(column, text + "=" + text)));
    }

    /** Firms as a mapping names them: only bars, 、 and semicolons separate several. */
    private Reading firms(String text) {
        return property.type() == Property.Type.TEXT
                ? spaced(text)
                : new Reading(null, TextList.split(text), null, null);
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

    /** Whether the vocabulary has this name for a word of a closed list. */
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
        boolean explicit = split != null || TextList.isExplicit(text);
        for (String item : items(text, explicit)) {
            Word word = word(item);
            if (word != null && word.text().equals(Mapping.NOTHING)) {
                change = CellChange.Kind.WORD;
                left = true;
                continue;
            }
            if (word == null && !explicit && property.namesFirms() && !isOne(item)) {
                List<String> firms = FirmText.joined(item, this::isKnown);
                if (!firms.stream().allMatch(this::isKnown)) {
                    return oneOrSeveral(item);
                }
                items.addAll(firms);
                continue;
            }
            for (String part : word == null ? parts(item) : TextList.split(word.text())) {
                change = word == null ? change : CellChange.Kind.WORD;
                Reading read = part.indexOf(':') > 0 && property.name().equals("complete") ? dated(part) : item(part);
                if (read.wrong != null) {
                    return read;
                }
                items.add(read.text == null ? part : read.text);
                change = change == null ? read.change : change;
            }
        }
        // A list whose items are all left out is unknown, not empty.
        return items.isEmpty() && left ? new Reading(null, null, change, null) : new Reading(null, items, change, null);
    }

    private Reading item(String part) {
        return property.namesFirms() ? spaced(part) : text(part);
    }

    /** @param explicit whether the items need no further splitting */
    private List<String> items(String text, boolean explicit) {
        if (split != null) {
            return split(text, split);
        }
        return property.namesFirms() && !explicit && !isKnown(text) ? FirmText.split(text) : TextList.split(text);
    }

    private static List<String> split(String text, String at) {
        return Stream.of(text.split(Pattern.quote(at), -1))
                .map(TextFolding::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** A list of a city that is complete since a day: {@code funds: 2024-01-01}. */
    private Reading dated(String part) {
        int colon = part.indexOf(':');
        Reading list = text(TextFolding.strip(part.substring(0, colon)));
        return Reading.of(list.text + ": " + DateText.iso(TextFolding.strip(part.substring(colon + 1))), list.change);
    }

    /** Splits an item at commas if a part is known, and at words such as {@code and} if all parts are. */
    private List<String> parts(String item) {
        if (property.namesFirms() || isKnown(item)) {
            return List.of(item);
        }
        List<String> parts = split(COMMAS, item);
        if (parts.stream().anyMatch(this::isKnown)) {
            return parts;
        }
        List<String> all = split(ANDS, item);
        return all.stream().allMatch(this::isKnown) ? all : List.of(item);
    }

    private static List<String> split(Pattern at, String item) {
        return at.splitAsStream(item)
                .map(TextFolding::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private boolean isKnown(String text) {
        String list = property.refers();
        return list != null
                ? !names.ids(list, text).isEmpty()
                : property.choices()
                        .contains(String.valueOf(choice(text, property.choices(), property.declared()).text));
    }

    /** Whether a cell contains an amount far beyond all known amounts of its kind. */
    public boolean isBeyond(String cell) {
        String text = TextFolding.strip(cell);
        return facet == null && !text.isEmpty() && word(text) == null && figures.isBeyond(text);
    }

    /** The amount in a cell that takes its unit from the heading or names it; null if there is none. */
    public @Nullable Amount amount(String cell) {
        String text = TextFolding.strip(cell);
        return facet != null || text.isEmpty() || word(text) != null ? null : figures.amount(text);
    }

    /** Whether a cell contains a figure that takes its scale from the heading. */
    public boolean isBare(String cell) {
        return facet == null && figures.bare(TextFolding.strip(cell)) != null;
    }

    /** Whether an exclamation mark confirms the amount in a cell. */
    public static boolean isConfirmed(String cell) {
        return FigureReader.isMarked(TextFolding.strip(cell));
    }

    /** Whether a text calls a value unknown. */
    static boolean isUnknown(String text) {
        return text.length() <= LONGEST_WORD && HeadingCatalogue.get().says("unknown", folded(text));
    }

    /** A text as a key for look-ups; a text without letters or digits unchanged. */
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
        if (iso.equals(text) && DateText.isWithoutYear(text)) {
            return Reading.wrong(place -> CellProblems.withoutYear(place, text));
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
