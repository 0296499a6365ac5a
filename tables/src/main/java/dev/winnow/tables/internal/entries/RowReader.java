package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.internal.read.StatementReader;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextLength;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.CellProblems;
import dev.winnow.tables.internal.cells.CsvSheet;
import dev.winnow.tables.internal.cells.DecimalSign;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.TextList;
import dev.winnow.tables.internal.headings.CellReader;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.headings.NameLookup;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.FilledText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a row into an entry in the form of universe files. Each value has the place of its cell. */
public final class RowReader {

    private static final String MILESTONES = "milestones.";
    private static final String OUTCOME = "outcome.";
    private static final String CITY = "city";
    private static final String DISTRICT = "district";
    private static final String PHASE = "projectPhase";
    private static final String INVESTMENT = "investment";
    private static final String NEED = "fundingNeed";
    /** Factor between an investment and the funding need that is asked about. */
    private static final Amount FAR = Amount.of(1_000);

    private static final Pattern PHASES = Pattern.compile(
            "(?:第?[一二三四五六七八九十\\d]{1,3}|首)期(?:工程|项目)?|phase (?:\\d{1,2}|[ivx]{1,4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * A column and the readers of its cells.
     *
     * @param numbers reads numeric cells of a workbook whose texts have decimal commas; otherwise the same as {@code
     *     cells}
     * @param set the text that a mapping sets for every row; null if there is none
     */
    private record Source(
            Column column,
            Key key,
            CellReader cells,
            CellReader numbers,
            @Nullable FilledText set) {

        CellReader reader(CellKind kind) {
            return kind == CellKind.WRITTEN ? cells : numbers;
        }
    }

    /** The columns of one value: the value itself, and its source, date and note. */
    private record Slot(Property property, @Nullable Source value, List<Source> beside) {}

    private final EntryKind kind;
    private final NameLookup names;
    private final Unit money;
    private final String file;
    private final @Nullable String sheet;
    private final char separator;
    private final int width;
    /** Values of each property, in order. */
    private final Map<Property, List<Slot>> slots = new LinkedHashMap<>();

    private final List<Column> untaken = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable Source holder;
    private final boolean identified;

    /** Columns of the city, which may include a district, and of the district; 0 if there is none. */
    private final int ofCities;

    private final int ofDistricts;

    /**
     * The entry of a row.
     *
     * @param entry the entry in the form of universe files, with unreadable values marked as refused
     * @param holder id of the entry that contains it; null for the universe itself, or if none is given
     * @param problems reasons to refuse it; empty if there are none
     * @param changes cells whose values differ from their texts
     */
    public record Result(Node entry, @Nullable String holder, List<Problem> problems, List<CellChange> changes) {}

    public RowReader(Sheet table, Head head, NameLookup names, Unit money) {
        this.kind = head.kind();
        this.names = names;
        this.money = money;
        this.file = table.file();
        this.sheet = table.name();
        this.separator = table.separator();
        this.width = head.width();
        this.identified = kind.property("id") != null;
        List<Source> sources = new ArrayList<>();
        for (Column column : head.columns()) {
            if (column.number() > 0) {
                numbers.putIfAbsent(column.heading(), column.number());
            }
            Key key = column.key(kind);
            if (key == null) {
                untaken.add(column);
                continue;
            }
            boolean holds = key.property().name().equals(kind.holder())
                    && kind.property(key.property().name()) == null;
            ColumnMap said = head.said(column);
            Function<Column, CellReader> reader = one ->
                    new CellReader(key, one, names, money, head.map().words(said), said == null ? null : said.split());
            CellReader cells = reader.apply(column);
            boolean commas = column.decimals() != null && column.decimals() != DecimalSign.POINT;
            CellReader numbers = commas && sheet != null ? reader.apply(column.with(DecimalSign.POINT)) : cells;
            Source source = new Source(column, key, cells, numbers, head.set(column));
            if (holds) {
                holder = source;
            } else {
                sources.add(source);
            }
        }
        this.ofCities = column(sources, CITY);
        this.ofDistricts = column(sources, DISTRICT);
        for (Property property : kind.properties()) {
            List<Source> own = sources.stream()
                    .filter(source -> source.key.property().equals(property))
                    .toList();
            if (!own.isEmpty()) {
                slots.put(property, values(property, own));
            }
        }
    }

    private static int column(List<Source> sources, String property) {
        return sources.stream()
                .filter(source -> source.key.name().equals(property))
                .mapToInt(source -> source.column.number())
                .findFirst()
                .orElse(0);
    }

    private static List<Slot> values(Property property, List<Source> own) {
        List<Slot> values = new ArrayList<>();
        own.stream().map(source -> source.key.nth()).distinct().sorted().forEach(nth -> {
            List<Source> of =
                    own.stream().filter(source -> source.key.nth() == nth).toList();
            values.add(new Slot(
                    property,
                    of.stream()
                            .filter(source -> source.key.facet() == null)
                            .findFirst()
                            .orElse(null),
                    of.stream()
                            .filter(source -> source.key.facet() != null)
                            .sorted(Comparator.comparing(
                                    source -> Key.facets(property).indexOf(source.key.facet())))
                            .toList()));
        });
        return values;
    }

    /**
     * The texts of a row by column, with the replacements of the mapping, so that they can be read again without it.
     *
     * @param sheet sheet of a workbook; null for a file with a single table
     */
    public static List<String> texts(Head head, Row row, @Nullable String sheet) {
        Map<String, Integer> numbers = new HashMap<>();
        head.columns().stream()
                .filter(column -> column.number() > 0)
                .forEach(column -> numbers.putIfAbsent(column.heading(), column.number()));
        List<String> texts = new ArrayList<>();
        for (Column column : head.columns()) {
            FilledText set = head.set(column);
            ColumnMap said = head.said(column);
            String text = set == null ? inPoints(column, row, sheet) : filled(set, numbers, row);
            texts.add(
                    column.means() == null
                            ? text
                            : CellReader.meant(text, head.map().words(said), said));
        }
        return texts;
    }

    /** A text that a mapping sets, filled in from a row. */
    private static String filled(FilledText set, Map<String, Integer> numbers, Row row) {
        return set.fill(
                heading -> {
                    Integer number = numbers.get(heading);
                    return number == null ? null : row.text(number);
                },
                RowReader::id);
    }

    /** The text of a cell. Numbers that would be read differently in a CSV file are written with decimal points. */
    private static String inPoints(Column column, Row row, @Nullable String sheet) {
        String text = row.text(column.number());
        if (sheet != null && row.kind(column.number()) != CellKind.WRITTEN) {
            return text;
        }
        DecimalSign decimals = column.decimals();
        if (decimals != null && decimals.isDoubtful(text)) {
            return text + "?";
        }
        return decimals != null && decimals.isComma() ? DecimalSign.inPoints(text) : text;
    }

    /** Reads a row. */
    public Result read(Row row) {
        Reading reading = new Reading(row);
        Place own = row.own();
        Place place = own == null ? Place.cell(file, sheet, row.number(), 1) : own;
        if (!row.problems().isEmpty()) {
            return refused(place, null, row.problems());
        }
        reading.checkWidth();
        String held = reading.holder();
        List<Node.Field> fields = reading.fields();
        if (fields.isEmpty() && reading.problems.isEmpty()) {
            return refused(place, held, List.of(TableProblems.noEntry(place)));
        }
        // Sorted by column, independent of the order of properties in a vocabulary.
        reading.changes.sort(Comparator.comparingInt(change -> change.place().column()));
        return new Result(Node.map(place, fields), held, reading.problems, reading.changes);
    }

    private static Result refused(Place place, @Nullable String held, List<Problem> problems) {
        return new Result(Node.refused(place), held, problems, List.of());
    }

    /** State while one row is read. */
    private final class Reading {
        private final Row row;
        private final List<Problem> problems = new ArrayList<>();
        private final List<CellChange> changes = new ArrayList<>();

        Reading(Row row) {
            this.row = row;
        }

        private Place place(int column) {
            Place own = row.place(column);
            return own == null ? Place.cell(file, sheet, row.number(), column) : own;
        }

        private Place place(Source source) {
            return source.set == null
                    ? place(source.column.number())
                    : source.set.said().place();
        }

        /** Refuses texts beyond the headings, and treats missing cells as unknown. */
        void checkWidth() {
            String other = sheet == null ? otherSeparator() : null;
            if (other != null) {
                problems.add(TableProblems.mixedSeparators(place(1), other, CsvSheet.called(separator)));
            }
            for (int column = width + 1; column <= row.width(); column++) {
                String text = TextFolding.strip(row.text(column));
                if (!text.isEmpty() && row.kind(column) != CellKind.BESIDE) {
                    problems.add(TableProblems.tooManyCells(place(column), text, width));
                    return;
                }
            }
            if (sheet == null && row.width() < width) {
                changes.add(new CellChange(place(row.width() + 1), "", "", "", CellChange.Kind.SHORT));
            }
        }

        /**
         * The name of another separator, which parts the first cell into the cells that the row lacks; null if there is
         * none. A comma with a blank behind it belongs to a text.
         */
        private @Nullable String otherSeparator() {
            if (separator == 0 || row.width() >= width) {
                return null;
            }
            String first = row.text(1);
            for (char other : CsvSheet.SEPARATORS) {
                int parts = first.split(other == ',' ? ",(?! )" : String.valueOf(other), -1).length;
                boolean fits = other == ',' ? row.width() == 1 && parts == width : parts + row.width() > width;
                if (other != separator && parts > 1 && (fits || (other != ',' && row.width() == 1))) {
                    return CsvSheet.called(other);
                }
            }
            return null;
        }

        @Nullable
        String holder() {
            Source source = holder;
            if (source == null) {
                return null;
            }
            CellReader.Reading read = cell(source);
            if (read.isNothing()) {
                problems.add(TableProblems.noHolder(
                        place(source), source.key.property().name()));
            }
            return read.text();
        }

        /** The value that a mapping sets, filled in from the row. */
        private CellReader.Reading set(Source source, FilledText set) {
            CellReader.Reading read = source.cells.read(filled(set, numbers, row));
            if (read.wrong() != null) {
                problems.add(read.wrong().apply(place(source)));
            }
            return read;
        }

        private CellReader.Reading cell(Source source) {
            if (source.set != null) {
                return set(source, source.set);
            }
            int column = source.column.number();
            String text = row.text(column);
            CellKind cellKind = row.kind(column);
            Problem flaw = switch (cellKind) {
                case ERROR -> CellProblems.cellError(place(column), text);
                case UNCOMPUTED -> CellProblems.uncomputed(place(column));
                case SCALED -> CellProblems.scaled(place(column), text);
                case COVERED -> CellProblems.covered(place(column), text);
                case STRUCK -> CellProblems.struck(place(column), text);
                case RAISED ->
                    source.key.facet() == null && CellReader.isFree(source.key.property())
                            ? null
                            : CellProblems.raised(place(column), text);
                case ABOVE, BELOW ->
                    isCount(source.key) && !text.isBlank() ? CellProblems.mergedNumber(place(column), text) : null;
                default -> null;
            };
            if (flaw != null) {
                problems.add(flaw);
                return CellReader.Reading.FLAWED;
            }
            if (cellKind == CellKind.BESIDE) {
                return CellReader.Reading.NOTHING;
            }
            if (cellKind == CellKind.UNSHOWN) {
                changes.add(new CellChange(place(column), source.column.heading(), text, "", CellChange.Kind.UNSHOWN));
                return CellReader.Reading.NOTHING;
            }
            CellReader.Reading read = source.reader(cellKind).read(text);
            if (read.wrong() != null) {
                problems.add(read.wrong().apply(place(column)));
                return read;
            }
            boolean asItStands = read.isUnknown() && isStatedUnknown(source);
            CellChange.Kind why = switch (cellKind) {
                case BELOW -> CellChange.Kind.MERGED;
                case PARTLY_STRUCK -> CellChange.Kind.STRUCK;
                default -> asItStands ? null : read.change();
            };
            if (why != null) {
                changes.add(new CellChange(place(column), source.column.heading(), text, read.shown(), why));
            }
            return read;
        }

        /** Whether a value is a count or an amount, so that the row of a merged group may be a sum. Shares are not. */
        private boolean isCount(Key key) {
            Unit unit = key.property().unit();
            return key.facet() == null
                    && key.property().type() == Property.Type.FIGURE
                    && (unit == null || (!unit.isShare() && unit.levels() == null));
        }

        List<Node.Field> fields() {
            List<Node.Field> fields = new ArrayList<>(slots.size() + 2);
            List<Node> milestones = new ArrayList<>();
            List<Node.Field> outcome = new ArrayList<>();
            slots.forEach((property, values) -> {
                String name = property.name();
                if (name.startsWith(MILESTONES)) {
                    milestones(property, values, milestones);
                    return;
                }
                Node value = value(values);
                if (value != null && name.startsWith(OUTCOME)) {
                    outcome.add(new Node.Field(name.substring(OUTCOME.length()), value.place(), value));
                } else if (value != null) {
                    fields.add(new Node.Field(name, value.place(), value));
                }
            });
            if (!milestones.isEmpty()) {
                Place first = milestones.get(0).place();
                fields.add(new Node.Field("milestones", first, Node.list(first, milestones)));
            }
            if (!outcome.isEmpty()) {
                Place first = outcome.get(0).place();
                fields.add(new Node.Field("outcome", first, Node.map(first, outcome)));
            }
            if (kind.isProjects() && ofCities + ofDistricts > 0) {
                locate(fields);
            }
            compareNeed(fields);
            withPhase(fields);
            identify(fields);
            return fields;
        }

        /** Derives the city from a district, and the district from a city cell that includes it. */
        private void locate(List<Node.Field> fields) {
            int city = index(fields, CITY);
            int district = index(fields, DISTRICT);
            Node where = city < 0 ? null : fields.get(city).value();
            Node within = district < 0 ? null : fields.get(district).value();
            if (where != null && where.isScalar() && within == null) {
                NameLookup.Located located = names.located(row.text(ofCities));
                String named = located.district();
                if (named != null && located.ids().equals(Set.of(where.text()))) {
                    fields.add(city + 1, field(DISTRICT, where.place(), named));
                }
            } else if (where != null && where.isScalar() && within != null && within.isScalar()) {
                String elsewhere = names.within(where.text(), within.text()).elsewhere();
                if (elsewhere != null) {
                    problems.add(CellProblems.otherCity(within.place(), within.text(), elsewhere));
                }
            } else if (where == null && within != null && within.isScalar()) {
                cityOf(within, district, fields);
            }
        }

        /** Adds the city of a district, or of several districts in one city. */
        private void cityOf(Node within, int district, List<Node.Field> fields) {
            String text = within.text();
            NameLookup.Located whole = names.located(text);
            List<String> parts = whole.isKnown() ? List.of(text) : TextList.split(text);
            Set<String> cities = new TreeSet<>();
            for (String part : parts) {
                NameLookup.Located located = names.located(part);
                if (!located.isKnown()) {
                    Problem problem = unlocated(within.place(), part);
                    if (problem != null) {
                        problems.add(problem);
                    }
                    return;
                }
                cities.addAll(located.ids());
            }
            if (cities.size() > 1) {
                problems.add(CellProblems.severalThings(within.place(), text, parts, "note"));
                return;
            }
            String city = cities.iterator().next();
            changes.add(new CellChange(within.place(), heading(ofDistricts), text, city, CellChange.Kind.NAME));
            if (parts.size() == 1) {
                fields.remove(district);
                if (whole.district() != null) {
                    fields.add(district, field(DISTRICT, within.place(), whole.district()));
                }
            }
            fields.add(district, field(CITY, within.place(), city));
        }

        /** The reason why a district gives no city; null if it is free text. */
        private @Nullable Problem unlocated(Place place, String text) {
            List<String> cities = List.copyOf(names.citiesOf(text));
            if (!cities.isEmpty()) {
                return CellProblems.whichCity(place, text, cities);
            }
            String other = names.elsewhere(text);
            if (other != null) {
                return CellProblems.unlistedCity(place, text, other);
            }
            return names.isDistrict(text) ? CellProblems.unknownDistrict(place, heading(ofDistricts), text) : null;
        }

        private @Nullable Node value(List<Slot> values) {
            List<Node> said = new ArrayList<>();
            for (Slot slot : values) {
                Node one = value(slot, values.size() > 1);
                if (one != null) {
                    said.add(one);
                }
            }
            return said.isEmpty()
                    ? null
                    : said.size() == 1
                            ? plain(said.get(0))
                            : Node.list(said.get(0).place(), said);
        }

        /** A value without facets, written without an object. */
        private Node plain(Node said) {
            Node.Field value = said.fields().get("value");
            return value != null && said.fields().size() == 1 ? value.value() : said;
        }

        /** A value; an object if it has facets such as a source, or if there are several values. */
        private @Nullable Node value(Slot slot, boolean several) {
            CellReader.Reading read = slot.value == null ? CellReader.Reading.NOTHING : cell(slot.value);
            Node value = slot.value == null ? null : node(slot.value, read);
            List<Node.Field> beside = beside(slot);
            if (value == null && slot.value != null && read.isUnknown() && !beside.isEmpty()) {
                value = Node.nothing(place(slot.value)); // The source of the statement is worth keeping.
            }
            if (value == null) {
                for (Node.Field facet : beside) {
                    problems.add(TableProblems.idle(facet.place(), facet.key(), slot.property.name()));
                }
                return null;
            }
            if (beside.isEmpty() && !several) {
                return value;
            }
            List<Node.Field> fields = new ArrayList<>();
            fields.add(new Node.Field("value", value.place(), value));
            fields.addAll(beside);
            return Node.map(value.place(), fields);
        }

        private List<Node.Field> beside(Slot slot) {
            if (slot.beside.isEmpty()) {
                return List.of();
            }
            List<Node.Field> beside = new ArrayList<>();
            for (Source source : slot.beside) {
                Node said = node(source);
                if (said != null) {
                    beside.add(new Node.Field(String.valueOf(source.key.facet()), said.place(), said));
                }
            }
            return beside;
        }

        private @Nullable Node node(Source source) {
            return node(source, cell(source));
        }

        private @Nullable Node node(Source source, CellReader.Reading read) {
            Place place = place(source);
            if (read.isNothing()) {
                return read.isUnknown() && isStatedUnknown(source) ? Node.nothing(place) : null;
            }
            if (read.isFlawed()) {
                return Node.refused(place);
            }
            if (read.texts() == null) {
                return Node.scalar(place, String.valueOf(read.text()));
            }
            return source.key.property().name().equals("complete")
                    ? complete(place, read.texts())
                    : Node.list(
                            place,
                            read.texts().stream()
                                    .map(text -> Node.scalar(place, text))
                                    .toList());
        }

        /**
         * Whether a cell states in the form of universe files that its value is unknown, which is kept. {@code n/a} and
         * {@code -} only fill empty cells.
         */
        private boolean isStatedUnknown(Source source) {
            Property property = source.key.property();
            return source.set == null
                    && source.key.facet() == null
                    && property.sourced()
                    && !property.required()
                    && StatementReader.unknown(Node.scalar(place(source), row.text(source.column.number())));
        }

        /** Complete lists form a list; complete lists with a date form an object. */
        private Node complete(Place place, List<String> texts) {
            if (texts.stream().noneMatch(text -> text.contains(": "))) {
                return Node.list(
                        place,
                        texts.stream().map(text -> Node.scalar(place, text)).toList());
            }
            Map<String, Node.Field> fields = new LinkedHashMap<>();
            for (String text : texts) {
                int colon = text.indexOf(": ");
                String list = colon < 0 ? text : text.substring(0, colon);
                String day = colon < 0 ? "1900-01-01" : text.substring(colon + 2);
                fields.put(list, new Node.Field(list, place, Node.scalar(place, day)));
            }
            return Node.map(place, fields.values());
        }

        private void milestones(Property property, List<Slot> values, List<Node> milestones) {
            String step = property.name().substring(MILESTONES.length());
            for (Slot slot : values) {
                Node day = slot.value == null ? null : node(slot.value);
                List<Node.Field> beside = beside(slot);
                if (day != null) {
                    List<Node.Field> fields = new ArrayList<>(2 + beside.size());
                    fields.add(new Node.Field("step", day.place(), Node.scalar(day.place(), step)));
                    fields.add(new Node.Field("reached", day.place(), day));
                    fields.addAll(beside);
                    milestones.add(Node.map(day.place(), fields));
                } else {
                    beside.forEach(
                            facet -> problems.add(TableProblems.idle(facet.place(), facet.key(), property.name())));
                }
            }
        }

        /**
         * Refuses a funding need far above the investment if one of them takes its scale from its heading, unless an
         * exclamation mark confirms the need.
         */
        private void compareNeed(List<Node.Field> fields) {
            Source need = value(NEED);
            Source investment = value(INVESTMENT);
            if (need == null || investment == null) {
                return; // as in most tables; reading figures takes long
            }
            Figure asked = figure(fields, NEED);
            Figure whole = figure(fields, INVESTMENT);
            if (asked != null
                    && whole != null
                    && !whole.high().isZero()
                    && asked.low().compareTo(whole.high().times(FAR)) >= 0
                    && !CellReader.isConfirmed(text(need))
                    && (need.cells().isBare(text(need)) || investment.cells().isBare(text(investment)))) {
                Node.Field at = fields.get(index(fields, NEED));
                problems.add(CellProblems.needFarAbove(
                        at.value().place(), text(at), text(fields.get(index(fields, INVESTMENT))), NEED, INVESTMENT));
            }
        }

        /** The column of the first value of a property; null if there is none. */
        private @Nullable Source value(String name) {
            Property property = kind.property(name);
            List<Slot> own = property == null ? null : slots.get(property);
            return own == null ? null : own.get(0).value();
        }

        private String text(Source source) {
            return row.text(source.column().number());
        }

        private @Nullable Figure figure(List<Node.Field> fields, String name) {
            int at = index(fields, name);
            return at < 0
                    ? null
                    : FigureText.parse(text(fields.get(at)), money, null).figure();
        }

        private static String text(Node.Field field) {
            Node value = field.value().isMap() ? field.value().get("value") : field.value();
            return value != null && value.isScalar() ? value.text() : "";
        }

        /** Appends the phase from its own column to a name without it: 蓝谷 and 二期 become 蓝谷二期. */
        private void withPhase(List<Node.Field> fields) {
            int phase = kind.isProjects() && index(fields, "id") < 0 ? index(fields, PHASE) : -1;
            int name = index(fields, "name");
            if (phase >= 0 && name >= 0 && isText(fields.get(phase)) && isText(fields.get(name))) {
                Node called = fields.get(name).value();
                String which = fields.get(phase).value().text().strip();
                if (PHASES.matcher(which).matches() && !called.text().contains(which)) {
                    String parted = isLatin(called.text()) || isLatin(which) ? " " : "";
                    fields.set(name, field("name", called.place(), called.text() + parted + which));
                }
            }
        }

        private static boolean isText(Node.Field field) {
            return field.value().isScalar();
        }

        /** Generates a missing id from the name. */
        private void identify(List<Node.Field> fields) {
            if (!identified) {
                return;
            }
            for (Node.Field field : fields) {
                if (field.key().equals("id")) {
                    return;
                }
            }
            for (Node.Field field : fields) {
                boolean names = field.key().equals("name") || field.key().equals("title");
                boolean isRead = field.value().isScalar() && !field.value().flawed();
                if (names && (!isRead || field.value().text().length() > TextLength.MAX_NAME)) {
                    fields.add(0, new Node.Field("id", field.place(), Node.refused(field.place())));
                    return;
                }
                if (names) {
                    String made = id(field.value().text());
                    fields.add(0, new Node.Field("id", field.place(), Node.scalar(field.place(), made)));
                    changes.add(new CellChange(field.place(), "", field.value().text(), made, CellChange.Kind.ID));
                    return;
                }
            }
            Source name = kind.isProjects() ? value("name") : null;
            if (name != null && name.column().number() > 0) {
                Place place = place(name);
                problems.add(TableProblems.nameless(place, name.column().heading()));
                fields.add(0, new Node.Field("id", place, Node.refused(place)));
            }
        }
    }

    private static int index(List<Node.Field> fields, String key) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static Node.Field field(String key, Place place, String text) {
        return new Node.Field(key, place, Node.scalar(place, text));
    }

    private String heading(int column) {
        return numbers.entrySet().stream()
                .filter(one -> one.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** Generates an id from a name: Latin letters in lower case with hyphens, other letters unchanged. */
    public static String id(String name) {
        if (isLatin(name)) {
            String latin = EDGES.matcher(
                            OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-"))
                    .replaceAll("");
            if (!latin.isEmpty()) {
                return latin;
            }
        }
        return BLANKS.matcher(name).replaceAll("-");
    }

    private static boolean isLatin(String name) {
        return name.chars().noneMatch(c -> c >= 128 && Character.isLetterOrDigit(c));
    }
}
