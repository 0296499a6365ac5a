package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.ScaleWords;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.cells.DecimalSign;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.NumberForms;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.TextList;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.Word;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one column into values of a universe. Repeated texts are cached. */
public final class CellReader {

    /** Number of texts of a column whose readings are kept. */
    private static final int KNOWN = 256;

    private static final int LONGEST_KNOWN = 64;

    /** No word for what is not known, or not there, is longer. */
    private static final int LONGEST_WORD = 12;

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private static final Pattern MONTHS = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:个月|月|months?)");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:[\\d.]*\\d)?");
    private static final Pattern BARE = Pattern.compile("[\\d.,]+");

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
        public static final Reading FLAWED = new Reading(null, null, null, TableProblems::reported);

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

    private final Key key;
    private final Property property;
    private final @Nullable String facet;
    private final @Nullable String unit;
    private final @Nullable Column column;
    private final NameLookup names;
    private final Unit money;
    private final boolean years;

    /** In which order its days are written; null if neither heading nor rows say it. */
    private final @Nullable DayOrder days;

    private final Map<String, Word> words;
    private final @Nullable String split;

    /** How numbers are written. */
    private final DecimalSign decimals;

    /** The unit for a number that has none of its own; null if there is none. */
    private final @Nullable String behind;

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
        this.key = key;
        this.property = key.property();
        this.facet = key.facet();
        this.unit = unit;
        this.column = column;
        this.names = names;
        Unit own = unit == null ? null : HeadingUnit.money(unit);
        this.money = own == null ? money : own;
        this.words = words;
        this.split = split;
        this.decimals = column == null || column.decimals() == null ? DecimalSign.POINT : column.decimals();
        this.days = DayOrder.named(unit);
        this.years = property.countsYears();
        this.behind = behind();
    }

    /** An option of the command line that gives the column a meaning; empty where there is no column. */
    private String option(String meaning) {
        return column == null ? "" : "--map \"" + column.heading() + "=" + meaning + "\"";
    }

    /** The option that decides for the whole column how its numbers or days are read. */
    private String deciding() {
        if (column == null) {
            return "";
        }
        boolean figures = facet == null && property.type() == Property.Type.FIGURE;
        return option((figures ? SettledColumns.undecided(column) : SettledColumns.undecidedDays(column))
                .choices()
                .get(0));
    }

    private @Nullable String behind() {
        Unit kind = property.unit() == null ? Unit.NUMBER : property.unit();
        if (unit == null || years || (kind.isShare() && !unit.equals("%"))) {
            return null;
        }
        return kind.isMoney() && HeadingUnit.isScale(unit) ? behind(unit, sign(unit)) : unit;
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
            return Reading.wrong(place -> TableProblems.invisible(place, strange));
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
            return Reading.wrong(place -> TableProblems.formulaText(place, text));
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
        if (property.type() == Property.Type.FIGURE && decimals != DecimalSign.POINT) {
            return written(text);
        }
        if (property.type() == Property.Type.FIGURE && isPlainNumber(text)) {
            return figure(text);
        }
        if (isUnknown(text)) {
            return new Reading(null, null, CellChange.Kind.UNKNOWN, null);
        }
        return switch (property.type()) {
            case TEXT -> text(text);
            case TEXTS -> texts(text);
            case FIGURE -> figure(text);
            case DATE -> date(text);
            case FLAG -> flag(text);
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
                        ? TableProblems.otherProvince(place, text, elsewhere)
                        : TableProblems.otherCity(place, text, elsewhere));
            }
            ids = located.ids();
        }
        if (ids.isEmpty()) {
            List<String> several = TextList.split(text);
            if (several.size() > 1
                    && several.stream().anyMatch(one -> !names.ids(list, one).isEmpty())) {
                return Reading.wrong(place -> TableProblems.severalThings(place, text, several));
            }
        }
        return identified(text, ids);
    }

    private static Reading identified(String text, Set<String> ids) {
        if (ids.size() > 1) {
            return Reading.wrong(place -> TableProblems.severalNames(place, text, List.copyOf(ids)));
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

    /** Digits, and perhaps a point between them. */
    private static boolean isPlainNumber(String text) {
        return PLAIN.matcher(text).matches();
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

    /** A figure of a column whose numbers may have decimal commas. */
    private Reading written(String text) {
        if (decimals == DecimalSign.OPEN) {
            if (DecimalSign.isDoubtful(text)) {
                return Reading.wrong(place -> TableProblems.twoNumbers(
                        place, text, DecimalSign.inPoints(text), DecimalSign.withoutGroups(text), deciding()));
            }
            return known(text);
        }
        if (DecimalSign.POINT.isShownBy(text)) {
            return Reading.wrong(place -> TableProblems.otherDecimals(place, text));
        }
        String points = DecimalSign.inPoints(text);
        Reading read = known(points);
        return points.equals(text) || read.text == null ? read : Reading.of(read.text, CellChange.Kind.DECIMALS);
    }

    private Reading known(String text) {
        return isUnknown(text) ? new Reading(null, null, CellChange.Kind.UNKNOWN, null) : figure(text);
    }

    private boolean isUnknown(String text) {
        return text.length() <= LONGEST_WORD && catalogue.says("unknown", folded(text));
    }

    /** A text to look a word up by; a text of signs alone as it is. */
    private static String folded(String text) {
        String folded = TextFolding.of(text);
        return folded.isEmpty() ? text : folded;
    }

    /** A figure; one far beyond all that is known is asked about, unless a mark of exclamation says that it is meant. */
    private Reading figure(String text) {
        boolean meant = text.length() > 1 && (text.endsWith("!") || text.endsWith("！"));
        Reading read = inFull(meant ? TextFolding.strip(text.substring(0, text.length() - 1)) : text);
        return !meant && isBeyond(text, read) ? Reading.wrong(place -> beyond(place, text, read)) : read;
    }

    /** Whether a cell holds an amount far beyond all that is known of its kind. */
    public boolean isBeyond(String cell) {
        String text = TextFolding.strip(cell);
        return isCounted()
                && !text.isEmpty()
                && !text.endsWith("!")
                && !text.endsWith("！")
                && word(text) == null
                && !isUnknown(text)
                && isBeyond(text, inFull(text));
    }

    private boolean isCounted() {
        boolean told = column != null && column.state() == Column.State.TOLD;
        return facet == null && !told && KnownAmounts.isCounted(property);
    }

    private boolean isBeyond(String text, Reading read) {
        if (read.text == null || !isCounted()) {
            return false;
        }
        String scale = bareIn(text);
        BigDecimal bare = scale == null ? null : number(text);
        if (scale != null && bare != null) {
            BigDecimal most = names.amounts().most(property, scale, money);
            return most != null && bare.compareTo(most) > 0;
        }
        Figure figure = KnownAmounts.figure(property, read.text, money);
        return figure != null && names.amounts().isFarBeyond(property, figure);
    }

    /** Whether an amount in the unit of its heading is far beyond all that is known of its kind. */
    private boolean isBeyond(Figure figure, String own) {
        BigDecimal most = isCounted() ? names.amounts().most(property, own, money) : null;
        Figure limit = most == null
                ? null
                : FigureText.parse(behind(most.toPlainString(), own), money, null).figure();
        Amount amount = figure.high().isUnbounded() ? figure.low() : figure.high();
        return limit != null && amount.compareTo(limit.low()) > 0;
    }

    /** The unit of the heading, for a number without one of its own; null for all else. */
    private @Nullable String bareIn(String text) {
        return behind != null && BARE.matcher(text).matches() ? behind : null;
    }

    private Problem beyond(Place place, String text, Reading read) {
        String scale = bareIn(text);
        List<String> others = scale == null
                ? List.of()
                : SettledColumns.smaller(scale).stream()
                        .map(unit -> behind(text, unit))
                        .toList();
        String whole = String.valueOf(read.text);
        String column = scale == null ? "" : option(key.name() + " [" + unit + "]");
        return TableProblems.beyond(place, text, whole, key.name(), others, whole + "!", column);
    }

    private Reading inFull(String text) {
        if (years) {
            if (DateText.isYear(text) || DateText.period(text) != null) {
                return Reading.wrong(place -> TableProblems.yearsCounted(place, text));
            }
            Reading months = months(inMonths() ? text + "月" : text);
            if (months != null) {
                return months;
            }
        }
        Unit kind = property.unit() == null ? Unit.NUMBER : property.unit();
        if (text.length() <= LONGEST_WORD && !isDigit(text.charAt(0)) && catalogue.says("none", TextFolding.of(text))) {
            String zero = "0" + (kind.isMoney() ? " " + money.sign() : kind.isShare() ? " %" : "");
            return Reading.wrong(place -> TableProblems.noFigure(place, text, zero));
        }
        String own = behind;
        if (own != null && kind.isMoney() && !isDigit(text.charAt(0))) {
            Reading signed = signed(text, own);
            if (signed != null) {
                return signed;
            }
        }
        String whole =
                own == null ? null : isPlainNumber(text) ? behind(text, own) : FigureText.inUnit(text, own, false);
        if (whole != null) {
            BigDecimal bare = kind.isShare() && BARE.matcher(text).matches() ? number(text) : null;
            if (bare != null && bare.signum() > 0 && bare.compareTo(BigDecimal.ONE) <= 0) {
                String share = bare.movePointRight(2).stripTrailingZeros().toPlainString();
                return Reading.wrong(place -> TableProblems.percent(place, text, share));
            }
            return Reading.of(whole, CellChange.Kind.UNIT);
        }
        if (kind.isShare() && isPlainNumber(text) && isAboveOne(text)) {
            return Reading.wrong(place -> TableProblems.noShare(place, text, option(key.name() + " [%]")));
        }
        String counted = kind.isMoney() && !isPlainNumber(text) && !FigureText.isMoney(text)
                ? FigureText.inUnit(text, sign(text), true)
                : null;
        return counted == null ? Reading.of(text, null) : Reading.of(counted, CellChange.Kind.UNIT);
    }

    /**
     * A number with the sign of a currency and no scale, {@code $120} below {@code USD mn}, which takes the scale of its
     * heading; null if the text is not one, or the heading has no scale.
     */
    private @Nullable Reading signed(String text, String own) {
        FigureText.Unsigned cell = FigureText.unsigned(text);
        String number = cell == null ? null : cell.number();
        if (cell == null || number == null) {
            return null;
        }
        String scaled = FigureText.inUnit(number, own, false);
        String plain = FigureText.inUnit(number, money.sign(), false);
        if (scaled == null || plain == null) {
            return null;
        }
        Figure figure = FigureText.parse(scaled, money, null).figure();
        boolean same = figure == null
                || figure.equals(FigureText.parse(plain, money, null).figure());
        if (!cell.mayBe(money)) {
            return same ? null : Reading.wrong(place -> otherCurrency(place, text, own, cell));
        }
        if (figure == null || (same && cell.money().equals(money))) {
            return null;
        }
        return !same && isBeyond(figure, own)
                ? Reading.wrong(place ->
                        TableProblems.twoSums(place, text, own, scaled, plain, option(key.name() + " [" + unit + "]")))
                : Reading.of(scaled, CellChange.Kind.UNIT);
    }

    private static Problem otherCurrency(Place place, String text, String own, FigureText.Unsigned cell) {
        boolean chinese = own.codePoints().anyMatch(Character::isIdeographic);
        String sign = cell.money().sign(chinese ? Language.ZH : Language.EN);
        List<String> sums = new ArrayList<>();
        ScaleWords.money().stream()
                .filter(own::endsWith)
                .findFirst()
                .map(word -> own.substring(0, own.length() - word.length()).strip() + (chinese ? "" : " ") + sign)
                .map(scaled -> FigureText.inUnit(cell.number(), scaled, false))
                .ifPresent(sums::add);
        sums.add(String.valueOf(FigureText.inUnit(cell.number(), sign, false)));
        return TableProblems.otherCurrency(place, text, own, sums);
    }

    private static boolean isAboveOne(String text) {
        BigDecimal number = number(text);
        return number != null && number.compareTo(BigDecimal.ONE) > 0 && number.compareTo(HUNDRED) <= 0;
    }

    private static String behind(String number, String sign) {
        return number + (sign.charAt(0) >= 128 ? "" : " ") + sign;
    }

    private boolean inMonths() {
        return unit != null && (unit.contains("月") || unit.equals("months"));
    }

    /** What money is called after a scale: 元 after 亿. */
    private String sign(String scale) {
        boolean chinese = scale.chars().anyMatch(c -> c > 128 && Character.isLetter(c));
        return chinese && money.equals(Unit.MONEY) ? "元" : money.sign();
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text.replace(",", ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Reading months(String text) {
        Matcher matcher = MONTHS.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        BigDecimal years = new BigDecimal(matcher.group(1)).divide(BigDecimal.valueOf(12), 4, RoundingMode.HALF_EVEN);
        boolean whole = years.multiply(BigDecimal.valueOf(12)).compareTo(new BigDecimal(matcher.group(1))) == 0;
        return Reading.of((whole ? "" : "about ") + years.stripTrailingZeros().toPlainString(), CellChange.Kind.YEARS);
    }

    private Reading date(String text) {
        if (DateText.isIso(text)) {
            return Reading.of(text, null);
        }
        List<String> two = DateText.twoWays(text);
        if (two != null) {
            return days == null
                    ? Reading.wrong(place -> TableProblems.twoDays(place, text, two.get(0), two.get(1), deciding()))
                    : Reading.of(days.which(two), CellChange.Kind.DATE);
        }
        DayOrder shown = days == null ? DayOrder.OPEN : DayOrder.of(text);
        if (shown != DayOrder.OPEN && shown != days) {
            return Reading.wrong(place -> TableProblems.otherDays(place, text, shown == DayOrder.DAY_FIRST));
        }
        List<String> period = DateText.period(text);
        if (period != null) {
            return Reading.wrong(place -> TableProblems.period(place, text, period));
        }
        String day = SERIAL.matcher(text).matches() ? NumberForms.usualDay(text) : null;
        if (day != null) {
            return Reading.wrong(place -> TableProblems.serial(place, text, day));
        }
        List<String> vague = DateText.vague(text);
        if (vague != null) {
            return Reading.wrong(place -> TableProblems.vagueDate(place, text, vague));
        }
        String iso = DateText.iso(text);
        List<String> full = iso.equals(text) ? DateText.shortYear(text) : List.of();
        if (!full.isEmpty()) {
            return Reading.wrong(place -> TableProblems.shortYear(place, text, full));
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
