package dev.winnow.model.history;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids that a universe defines, which references are checked against: sources with their dates and word lists; also
 * the names of its firms and the currency.
 */
public final class UniverseIds {

    private static final int FEW = 8;
    private static final Pattern SECTION = Pattern.compile("(\\S+)\\s*§.*");

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, @Nullable LocalDate> dates = new TreeMap<>();
    private final Vocabulary vocabulary;
    private Unit money = Unit.MONEY;
    private FirmNames firms = FirmNames.NONE;

    /**
     * No ids yet.
     *
     * @param vocabulary which facts there are
     */
    public UniverseIds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Which facts there are. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Sets the currency in which money is read from now on. */
    public void countIn(Unit currency) {
        money = currency;
    }

    /** The unit in which a component of a kind is read. */
    public Unit unit(Unit kind) {
        return kind.isMoney() ? money : kind;
    }

    /** Sets the firms that names may mean from now on. */
    public void declare(FirmNames known) {
        firms = known;
    }

    /** The firms that the universe declares. */
    public FirmNames firms() {
        return firms;
    }

    /** Opens a list, against which references are checked from now on. */
    public void open(String list) {
        lists.computeIfAbsent(list, any -> new TreeSet<>());
    }

    public void add(String list, String id) {
        lists.computeIfAbsent(list, any -> new TreeSet<>()).add(id);
    }

    public void addSource(String id, @Nullable LocalDate date) {
        add("sources", id);
        dates.put(id, date);
    }

    /** Checks a reference to a word list, unless the universe gives no such list. */
    public void check(String list, Node node, List<Problem> problems) {
        Set<String> known = lists.get(list);
        String text = node.text().strip();
        if (known != null && !known.contains(text)) {
            problems.add(node.problem(strange(list, text), advice(text, known)));
        }
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

    private static @Nullable Message advice(String text, Set<String> known) {
        Message nearest = Nearest.advice(text, known);
        return nearest != null || known.isEmpty() || known.size() > FEW
                ? nearest
                : Message.of("it has %s", Message.names(known));
    }

    /** Checks a source: the id of one with or without a section, or free text that does not look like a mistyped id. */
    public void checkSource(Node node, List<Problem> problems) {
        Set<String> known = lists.get("sources");
        String text = node.text().strip();
        if (known == null || known.contains(id(text))) {
            return;
        }
        boolean sectioned = SECTION.matcher(text).matches();
        Message advice = text.contains(" ") && !sectioned ? null : Nearest.advice(id(text), known);
        if (sectioned || advice != null) {
            problems.add(node.problem(Message.of("`%s` is not a source of this universe", id(text)), advice));
        }
    }

    /** The date of the source that a text names; null if there is none. */
    @Nullable
    LocalDate date(@Nullable String source) {
        return source == null ? null : dates.get(id(source));
    }

    private static String id(String source) {
        Matcher matcher = SECTION.matcher(source);
        return matcher.matches() ? Objects.requireNonNull(matcher.group(1)) : source;
    }
}
