package dev.winnow.model.internal.history;

import dev.winnow.model.result.Names;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids that references are checked against: sources with their dates and word lists; also the names of firms and the
 * currency.
 */
public final class UniverseIds {

    private static final int FEW = 8;
    /** Number of nearest entries named in the advice for a long list. */
    private static final int NEAREST = 3;
    /** The lists whose names a template for tables prints in its notes. */
    private static final Set<String> LISTED = Set.of("endMarkets", "tracks", "subTracks", "links", "cities");

    private final Map<String, Set<String>> lists = new HashMap<>();
    /** The entries of each list by id, for their names. */
    private final Map<String, Map<String, Node>> entries = new HashMap<>();

    private final Map<String, @Nullable LocalDate> dates = new TreeMap<>();
    private final Vocabulary vocabulary;
    private Unit money = Unit.MONEY;
    private Rates rates = Rates.NONE;
    private FirmNames firms = FirmNames.NONE;

    /**
     * Creates an empty set of ids.
     *
     * @param vocabulary the facts that may be stated
     */
    public UniverseIds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the facts that may be stated. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Sets the currency in which money is read from now on, and the rates for other currencies. */
    public void countIn(Unit currency, Rates known) {
        money = currency;
        rates = known;
    }

    /** Returns the rates for money of other currencies. */
    public Rates rates() {
        return rates;
    }

    /** Returns the unit in which a component is read: for money, that of the universe. */
    public Unit unit(Unit kind) {
        return kind.isMoney() ? money : kind;
    }

    /** Sets the firms that names are resolved to from now on. */
    public void declare(FirmNames known) {
        firms = known;
    }

    /** Returns the firms that the universe declares. */
    public FirmNames firms() {
        return firms;
    }

    /** Starts a list, against which references are checked from now on. */
    public void open(String list) {
        lists.computeIfAbsent(list, any -> new TreeSet<>());
    }

    public void add(String list, String id) {
        lists.computeIfAbsent(list, any -> new TreeSet<>()).add(id);
    }

    /** Adds an entry; advice on an unknown id may name it. */
    public void add(String list, String id, Node entry) {
        add(list, id);
        entries.computeIfAbsent(list, any -> new TreeMap<>()).putIfAbsent(id, entry);
    }

    public void addSource(String id, @Nullable LocalDate date) {
        add("sources", id);
        dates.put(id, date);
    }

    /** Checks a reference to a word list; without such a list any text passes. */
    public void check(String list, Node node, List<Problem> problems) {
        Set<String> known = lists.get(list);
        String text = node.text().strip();
        if (known != null && !known.contains(text)) {
            problems.add(node.problem(strange(list, text), advice(list, text, known)));
        }
    }

    /**
     * Returns the entry that a text names in a list, for a firm its display name. An unknown entry is reported and
     * gives null. An undeclared firm is accepted, unless it resembles a declared one.
     */
    public @Nullable String reference(String list, Node node, List<Problem> problems) {
        String text = node.text().strip();
        if (FirmNames.LIST.equals(list)) {
            FirmNames.Known firm = firms.find(text);
            String near = firm == null ? firms.near(text) : null;
            if (near != null) {
                problems.add(node.problem(
                        Message.of("`%s` is not a name of a firm in `%s`", text, FirmNames.LIST),
                        Message.of("did you mean `%s`?", near)));
                return null;
            }
            return firm == null ? text : firm.name();
        }
        check(list, node, problems);
        return knows(list, text) ? text : null;
    }

    /** Whether a reference to a word list would pass. */
    public boolean knows(String list, String text) {
        Set<String> known = lists.get(list);
        return known == null || known.contains(text);
    }

    private static Message strange(String list, String text) {
        return switch (list) {
            case "endMarkets" -> Message.of("`%s` is not an end market of this universe", text);
            case "tracks" -> Message.of("`%s` is not a track of this universe", text);
            case "subTracks" -> Message.of("`%s` is not a sub-track of this universe", text);
            case "stages" -> Message.of("`%s` is not a stage of this universe", text);
            case "links" -> Message.of("`%s` is not a chain link of this universe", text);
            case "cities" -> Message.of("`%s` is not a city of this universe", text);
            case "sources" -> Message.of("`%s` is not a source of this universe", text);
            default -> Message.of("`%s` is not one of `%s` of this universe", text, list);
        };
    }

    private @Nullable Message advice(String list, String text, Set<String> known) {
        Message nearest = Nearest.advice(text, known);
        if (nearest != null || known.isEmpty()) {
            return nearest;
        }
        return known.size() > FEW ? ofMany(list, text, known) : Message.of("it has %s", Message.names(known));
    }

    /** Advice for a long list: the entries whose ids or names share a part with a text, and where all are listed. */
    private @Nullable Message ofMany(String list, String text, Set<String> known) {
        Map<String, String> ids = new TreeMap<>();
        entries.getOrDefault(list, Map.of())
                .forEach((id, entry) -> Stream.of("name", "zh")
                        .map(key -> entry.optionalText(key, new ArrayList<>()))
                        .filter(Objects::nonNull)
                        .forEach(name -> ids.putIfAbsent(name, id)));
        known.forEach(id -> ids.put(id, id));
        List<Message> near = Nearest.sharing(text, ids.keySet(), ids.size()).stream()
                .collect(Collectors.toMap(ids::get, name -> name, (first, next) -> first, LinkedHashMap::new))
                .entrySet()
                .stream()
                .limit(NEAREST)
                .map(name -> name.getKey().equals(name.getValue())
                        ? Message.of("`%s`", name.getKey())
                        : Message.of("`%s` (%s)", name.getKey(), name.getValue()))
                .toList();
        String listed = "winnow template -o table.xlsx";
        if (near.isEmpty()) {
            return LISTED.contains(list)
                    ? Message.of("it has %s; `%s` of the same universe lists them", known.size(), listed)
                    : null;
        }
        Message named = Message.and(near);
        return !LISTED.contains(list)
                ? Message.of("nearest of its %s: %s", known.size(), named)
                : Message.of("nearest of its %s: %s; `%s` of the same universe lists all", known.size(), named, listed);
    }

    /** Checks a source: a source's id with or without a section, or free text that does not look like a mistyped id. */
    public void checkSource(Node node, List<Problem> problems) {
        Set<String> known = lists.get("sources");
        String text = node.text().strip();
        String id = Names.sourceId(text);
        if (known == null || known.contains(id)) {
            return;
        }
        boolean sectioned = !id.equals(text);
        Message advice = text.contains(" ") && !sectioned ? null : Nearest.advice(id, known);
        if (sectioned || advice != null) {
            problems.add(node.problem(Message.of("`%s` is not a source of this universe", id), advice));
        }
    }

    /** Returns the date of the source that a text names; null if there is none. */
    @Nullable
    LocalDate date(@Nullable String source) {
        return source == null ? null : dates.get(Names.sourceId(source));
    }
}
