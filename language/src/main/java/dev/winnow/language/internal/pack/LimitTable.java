package dev.winnow.language.internal.pack;

import dev.winnow.language.LimitSummary;
import dev.winnow.language.LimitSummary.Dated;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Period;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The limits of a pack, with their values by date. */
public final class LimitTable {

    /** The units by their names in limits.yaml. */
    public static final Map<String, Unit> UNITS =
            new TreeMap<>(Map.of("money", Unit.MONEY, "share", Unit.SHARE, "number", Unit.NUMBER));

    private static final int LONGEST_ID = 80;
    private static final Message KEBAB =
            Message.of("use lower-case letters and digits, with a single `%s` between words", "-");

    private final Map<String, List<Dated>> values = new LinkedHashMap<>();
    private final Map<String, Node.Field> places = new HashMap<>();
    /** The last value of each limit as written in the file. */
    private final Map<String, Node> written = new HashMap<>();

    private final Map<String, String> titles = new HashMap<>();
    private final Unit money;
    private final List<Unit> declared;
    private boolean whole = true;

    private LimitTable(Unit money, List<Unit> declared) {
        this.money = money;
        this.declared = declared;
    }

    /**
     * Reads limits.yaml and reports its problems.
     *
     * @param money the pack's currency
     * @param declared the units that the pack's vocabulary declares, and those of its ratings
     * @param file the file; null if it is missing or unreadable, in which case no limit is reported as unknown
     */
    public static LimitTable read(@Nullable Node file, Unit money, List<Unit> declared, List<Problem> problems) {
        LimitTable table = new LimitTable(money, declared);
        Fields fields = file == null ? null : PackKeys.LIMITS.read(file, problems);
        List<Fields> limits = fields == null ? List.of() : fields.maps("limits");
        limits.forEach(limit -> table.limit(limit, problems));
        table.whole &= fields != null
                && fields.value("limits") != null
                && !fields.node().flawed()
                && limits.size() == fields.items("limits").size();
        return table;
    }

    private void limit(Fields entry, List<Problem> problems) {
        String id = entry.text("id");
        if (id == null) {
            whole = false;
            return;
        }
        if (id.length() > LONGEST_ID) {
            entry.report(
                    "id",
                    Message.of("the id of a limit is longer than %s characters", LONGEST_ID),
                    Message.of("choose a shorter one"));
        } else if (!Drl.isKebab(id)) {
            entry.report("id", Message.of("the limit id `%s` is not kebab-case", id), KEBAB);
        }
        titles.put(id, entry.text("title", ""));
        List<Dated> dated = new ArrayList<>();
        for (Fields value : entry.maps("values")) {
            Dated read = value(id, entry, value, problems);
            if (read != null) {
                dated.add(read);
            }
        }
        Node listed = entry.value("values");
        if (listed != null && listed.items().isEmpty()) {
            entry.report(
                    "values",
                    Message.of("limit `%s` has no `%s`", id, "values"),
                    Message.of("did you mean `%s`?", "values: [{value: …, source: …}]"));
        }
        consistent(id, dated, entry);
        Node.Field at = entry.node().fields().get("id");
        Node.Field before = places.putIfAbsent(id, Objects.requireNonNull(at));
        if (before != null) {
            entry.report(
                    "id", Message.of("duplicate limit `%s`", id), Message.of("the other one is at %s", before.place()));
        }
        values.putIfAbsent(id, dated);
    }

    private static void consistent(String id, List<Dated> dated, Fields entry) {
        if (dated.stream().map(one -> one.value().unit()).distinct().count() > 1) {
            entry.report("values", Message.of("the values of limit `%s` have different units", id), null);
        }
        Set<String> days = new HashSet<>();
        for (Dated one : dated) {
            if (!days.add(String.valueOf(one.from()))) {
                entry.report(
                        "values",
                        Message.of("limit `%s` has two values from the same day", id),
                        Message.of("give each its own `%s`, or remove one", "from"));
            }
        }
    }

    private @Nullable Dated value(String id, Fields limit, Fields entry, List<Problem> problems) {
        String source = either(limit, entry, "source");
        boolean assumed = assumed(limit, entry);
        if (assumed && entry.lacks("reason") && limit.lacks("reason")) {
            problems.add(limit.node()
                    .problem(
                            Message.of("limit `%s` is assumed but has no `%s`", id, "reason"),
                            Message.of("give a reason for this number")));
        }
        boolean bare = entry.lacks("source") && limit.lacks("source");
        if (bare && entry.lacks("assumed") && limit.lacks("assumed")) {
            problems.add(limit.node()
                    .problem(
                            Message.of("limit `%s` has no source", id),
                            Message.of("add `%s`, or `%s` with a `%s`", "source: …", "assumed: true", "reason")));
        }
        Period period = entry.period("from");
        LocalDate from = period == null ? null : period.first();
        Node value = entry.value("value");
        if (value == null) {
            return null;
        }
        Unit unit = unit(limit, value, problems);
        String reason = either(limit, entry, "reason");
        Evidence evidence = new Evidence(assumed ? "assumed" : source, from, false, entry.text("note"));
        Figure figure = FigureText.parse(value, unit, evidence, problems);
        if (figure != null && !figure.isExact()) {
            problems.add(value.problem(
                    Message.of("a limit must be one exact number"),
                    Message.of("remove `%s`", figure.bound().prefix().strip())));
            return null;
        }
        written.put(id, value);
        return figure == null ? null : new Dated(from, figure, source, assumed ? reason : null, value.place());
    }

    private static boolean assumed(Fields limit, Fields value) {
        Fields owner = value.value("assumed") != null ? value : limit;
        Node assumed = owner.value("assumed");
        if (assumed == null || assumed.text().equals("true")) {
            return assumed != null;
        }
        boolean no = assumed.text().equals("false");
        owner.report(
                "assumed",
                Message.of("`%s` must be `%s` or absent, found `%s`", "assumed", "true", assumed.text()),
                no
                        ? Message.of("did you mean `%s`?", "source: …")
                        : Message.of("write `%s`, with a `%s`", "true", "reason"));
        return false;
    }

    private static @Nullable String either(Fields limit, Fields value, String key) {
        String own = value.text(key);
        return own != null ? own : limit.text(key);
    }

    private Unit unit(Fields limit, Node value, List<Problem> problems) {
        String word = limit.text("unit");
        if (word != null) {
            Unit unit = declared.stream()
                    .filter(one -> one.isSign(word))
                    .findFirst()
                    .orElse(UNITS.get(word));
            if (unit == null) {
                List<String> known = new ArrayList<>(List.of("money", "share", "number"));
                declared.stream().filter(Unit::isDeclared).forEach(one -> known.add(one.sign()));
                limit.report(
                        "unit",
                        Message.of("the unit of a limit must be %s, found `%s`", Message.any(known), word),
                        Nearest.advice(word, UNITS.keySet()));
            } else {
                return unit.isMoney() ? money : unit;
            }
        }
        String text = value.text();
        boolean isMoney = text.contains("yuan") || text.contains("元") || FigureText.isMoney(text);
        return isMoney ? money : text.contains("%") ? Unit.SHARE : ofLevel(value, problems);
    }

    /** Returns the unit of a level that a text names, such as {@code strong}; that of any other number otherwise. */
    private Unit ofLevel(Node value, List<Problem> problems) {
        String text = value.text();
        Unit plain = Unit.behind(text, declared);
        if (FigureText.parse(text, plain, null).figure() != null) {
            return plain;
        }
        List<Figure> levels = declared.stream()
                .filter(unit -> unit.levels() != null)
                .flatMap(unit ->
                        Stream.ofNullable(FigureText.parse(text, unit, null).figure()))
                .toList();
        if (levels.stream().map(Figure::low).distinct().count() > 1) {
            problems.add(value.problem(
                    Message.of("`%s` is a level of several scales, with different numbers", text),
                    Message.of("write the number of the level")));
        }
        return levels.isEmpty() ? plain : levels.get(0).unit();
    }

    /** Whether a limit exists, or may exist among the limits that could not be read. */
    public boolean knows(String id) {
        return !whole || values.containsKey(id);
    }

    /** Returns the ids of the valid limits. */
    public Set<String> ids() {
        return values.keySet();
    }

    /** Returns the values of a limit in file order; empty if the limit is unknown. */
    public List<Dated> values(String id) {
        return values.getOrDefault(id, List.of());
    }

    /** Returns the title of a limit; empty if it has none. */
    public String title(String id) {
        return titles.getOrDefault(id, "");
    }

    /**
     * Returns a table of values by id.
     *
     * @param money the pack's currency
     */
    public static LimitTable of(Map<String, List<Dated>> values, Unit money) {
        LimitTable table = new LimitTable(money, List.of());
        table.values.putAll(values);
        return table;
    }

    /** Returns the pack's currency as a unit. */
    public Unit money() {
        return money;
    }

    /** Returns the units that the pack's vocabulary declares, and those of its ratings. */
    public List<Unit> declaredUnits() {
        return declared;
    }

    /** Whether any limit is money. */
    public boolean anyMoney() {
        return values.values().stream()
                .flatMap(List::stream)
                .anyMatch(dated -> dated.value().unit().isMoney());
    }

    /** Returns the unit of a limit; null if it could not be read. */
    public @Nullable Unit unit(String id) {
        List<Unit> units =
                values(id).stream().map(one -> one.value().unit()).distinct().toList();
        return units.size() == 1 ? units.get(0) : null;
    }

    /** Returns the limits in force on a day, sorted by id, each with its latest value up to that day. */
    public List<Limit> on(LocalDate day) {
        List<Limit> limits = new ArrayList<>();
        values.forEach((id, dated) -> {
            Dated latest = latest(dated, day);
            if (latest != null) {
                limits.add(new Limit(id, latest.value()));
            }
        });
        limits.sort(Comparator.comparing(Limit::id));
        return List.copyOf(limits);
    }

    /** Returns the value of a limit in force on a day; null if none is yet. */
    private static @Nullable Dated latest(List<Dated> dated, LocalDate day) {
        Dated latest = null;
        for (Dated value : dated) {
            boolean begun = value.from() == null || !value.from().isAfter(day);
            if (begun && (latest == null || isLater(value, latest))) {
                latest = value;
            }
        }
        return latest;
    }

    /**
     * Returns the values of limits by id, one map per span of days during which all are in force and none changes; a
     * single map if no ids are given.
     */
    public List<Map<String, Amount>> spans(Set<String> ids) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String id : ids) {
            values(id).forEach(value -> days.add(value.from() == null ? LocalDate.MIN : value.from()));
        }
        if (ids.isEmpty()) {
            days.add(LocalDate.MIN);
        }
        List<Map<String, Amount>> spans = new ArrayList<>();
        for (LocalDate day : days) {
            Map<String, Amount> numbers = new TreeMap<>();
            for (String id : ids) {
                Dated latest = latest(values(id), day);
                if (latest != null) {
                    numbers.put(id, latest.value().low());
                }
            }
            if (numbers.size() == ids.size()) {
                spans.add(numbers);
            }
        }
        return spans;
    }

    /** Returns the latest value of a limit; null if it could not be read. */
    public @Nullable Figure latest(String id) {
        Dated latest = latest(values(id), LocalDate.MAX);
        return latest == null ? null : latest.value();
    }

    /** Whether a limit is in force on every day. */
    public boolean isTimeless(String id) {
        return values(id).stream().anyMatch(value -> value.from() == null);
    }

    /** Returns a problem that underlines the id of a limit. */
    public Problem problem(String id, Message what, @Nullable Message advice) {
        return Objects.requireNonNull(places.get(id)).value().problem(what, advice);
    }

    /** Returns a problem that underlines the last value of a limit. */
    public Problem problemOfValue(String id, Message what, @Nullable Message advice) {
        return Objects.requireNonNull(written.get(id)).problem(what, advice);
    }

    /** Returns all limits with their values by date, in file order. */
    public List<LimitSummary> summaries() {
        List<LimitSummary> summaries = new ArrayList<>();
        values.forEach((id, dated) -> summaries.add(new LimitSummary(
                id,
                title(id),
                dated.stream()
                        .sorted((one, other) -> one == other ? 0 : isLater(one, other) ? 1 : -1)
                        .toList())));
        return summaries;
    }

    private static boolean isLater(Dated one, Dated other) {
        return other.from() == null || (one.from() != null && one.from().isAfter(other.from()));
    }
}
