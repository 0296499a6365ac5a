package dev.winnow.language.internal.pack;

import dev.winnow.language.Criterion;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Currencies;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content of pack.yaml, as far as it is valid.
 *
 * @param name the pack's name, which is also the name of its folder
 * @param title its title
 * @param version its version
 * @param owner the person or body responsible for it
 * @param purpose its purpose
 * @param money its currency as a unit
 * @param criteria its criteria in display order
 * @param conditions the rule files without points
 * @param recommendFrom the low score from which a candidate is recommended
 * @param declineBelow the high score below which a candidate is declined
 * @param order the criteria that weigh at least as much as others of their side
 * @param changeable the figures that can be changed by negotiation
 * @param files the entry of each rule file by name, including criteria with mistakes
 * @param whole whether it lists every rule file that its author meant to list
 * @param source the parsed file; null if it is missing or unreadable
 */
public record PackOutline(
        String name,
        String title,
        String version,
        String owner,
        String purpose,
        Unit money,
        List<Criterion> criteria,
        List<String> conditions,
        BigDecimal recommendFrom,
        BigDecimal declineBelow,
        List<Importance> order,
        List<Changeable> changeable,
        Map<String, Node> files,
        boolean whole,
        @Nullable Node source) {

    private static final Message KEBAB =
            Message.of("use lower-case letters and digits, with a single `%s` between words", "-");

    /**
     * Returns the package that a rule file must declare; null if pack.yaml and the folder have different names, in
     * which case that mistake is reported instead.
     */
    public @Nullable String packageOf(String criterion) {
        Node named = source == null || !source.isMap() ? null : source.get("name");
        boolean otherwise = named != null && named.isScalar() && !named.text().equals(name);
        return otherwise ? null : Drl.packageName(name, criterion);
    }

    /** Reads pack.yaml. */
    private static final class Reader {
        private final Node file;
        private final Set<String> there;
        private final List<Problem> problems;
        private final Fields pack;
        private final List<Criterion> criteria = new ArrayList<>();
        private final Map<String, Node> files = new LinkedHashMap<>();
        private final Map<String, Criterion> byId = new HashMap<>();
        private final Importance.Order order = new Importance.Order();
        private final FactTypes types;
        private boolean whole;

        Reader(Fields pack, FactTypes types, Set<String> there, List<Problem> problems) {
            this.types = types;
            this.pack = pack;
            this.file = pack.node();
            this.there = there;
            this.problems = problems;
            this.whole = !file.flawed();
        }

        PackOutline read(String folder) {
            String name = name(folder);
            criteria();
            List<String> conditions = conditions();
            BigDecimal[] thresholds = thresholds();
            order();
            List<Changeable> changeable = Changeable.read(pack, types);
            return new PackOutline(
                    name,
                    pack.text("title", ""),
                    pack.text("version", ""),
                    pack.text("owner", ""),
                    pack.text("purpose", ""),
                    pack.text("currency") == null ? Unit.MONEY : Currencies.read(file, problems),
                    List.copyOf(criteria),
                    conditions,
                    thresholds[0],
                    thresholds[1],
                    order.lines(),
                    List.copyOf(changeable),
                    files,
                    whole,
                    file);
        }

        private String name(String folder) {
            String name = pack.text("name");
            if (name != null && !Drl.isName(name)) {
                pack.report("name", Message.of("`%s` is not a valid name for a pack", name), kebab(name));
            } else if (name != null && !name.equals(folder)) {
                pack.report(
                        "name",
                        Message.of("the pack is named `%s`, but its folder `%s`", name, folder),
                        Message.of("give both the same name"));
            }
            return folder;
        }

        private static Message kebab(String name) {
            if (name.length() > Drl.LONGEST_NAME) {
                return Message.of("choose a shorter one");
            }
            return Drl.isKebab(name) ? Message.of("choose another: it is too long, or a reserved word") : KEBAB;
        }

        private void criteria() {
            int before = problems.size();
            List<Fields> read = pack.maps("criteria");
            whole &= file.get("criteria") != null
                    && read.size() == pack.items("criteria").size();
            read.forEach(this::criterion);
            for (Side side : Side.values()) {
                if (whole
                        && problems.size() == before
                        && criteria.stream().noneMatch(criterion -> criterion.side() == side)) {
                    pack.report(
                            "criteria",
                            side == Side.CITY
                                    ? Message.of("no criterion is on the city's side: a pack needs both sides")
                                    : Message.of("no criterion is on the project's side: a pack needs both sides"),
                            Message.of("did you mean `%s`?", "side: " + side.words()));
                }
            }
        }

        private void criterion(Fields entry) {
            String id = entry.text("id");
            String title = entry.text("title");
            Side side = side(entry);
            BigDecimal weight = entry.decimal("weight");
            if (id == null) {
                whole = false;
            } else if (lists(id, entry.at("id")) && title != null && side != null && weight != null) {
                if (weight.signum() <= 0) {
                    entry.report(
                            "weight",
                            Message.of("the weight of `%s` must be above 0", id),
                            Message.of("list a file without weight under `%s`", "conditions"));
                } else {
                    Criterion criterion = new Criterion(id, title, side, weight);
                    criteria.add(criterion);
                    byId.put(id, criterion);
                }
            }
        }

        /** Adds a rule file; false if its name is invalid or a duplicate. */
        private boolean lists(String id, Node place) {
            Node before = files.putIfAbsent(id, place);
            if (before != null) {
                problems.add(place.problem(
                        Message.of("`%s` is listed twice", id), Message.of("the other one is at %s", before.place())));
                return false;
            }
            if (!Drl.isName(id)) {
                problems.add(place.problem(Message.of("`%s` is not a valid name for a rule file", id), kebab(id)));
                return false;
            }
            return true;
        }

        private @Nullable Side side(Fields entry) {
            String text = entry.text("side");
            if (text == null) {
                return null;
            }
            for (Side side : Side.values()) {
                if (side.words().equals(text)) {
                    return side;
                }
            }
            List<String> words = Arrays.stream(Side.values()).map(Side::words).toList();
            entry.report(
                    "side",
                    Message.of("the side must be `%s` or `%s`, found `%s`", "city", "project", text),
                    Nearest.advice(text, words));
            return null;
        }

        private List<String> conditions() {
            List<String> conditions = new ArrayList<>();
            for (Node condition : pack.items("conditions")) {
                if (!condition.isScalar()) {
                    problems.add(condition.problem(
                            Message.of(
                                    "`%s` must list names of rule files, found %s",
                                    "conditions", condition.kind().words()),
                            null));
                    whole = false;
                } else if (lists(condition.text().strip(), condition)) {
                    conditions.add(condition.text().strip());
                }
            }
            whole &= file.get("conditions") == null
                    || Objects.requireNonNull(file.get("conditions")).isList();
            return conditions;
        }

        /** Reads the thresholds for recommending and declining a candidate. */
        private BigDecimal[] thresholds() {
            BigDecimal[] found = {BigDecimal.ZERO, BigDecimal.ZERO};
            Fields entry = pack.map("thresholds");
            if (entry == null) {
                return found;
            }
            List<String> keys = List.of("recommend", "decline");
            int before = problems.size();
            for (int i = 0; i < found.length; i++) {
                BigDecimal threshold = entry.decimal(keys.get(i));
                if (threshold != null && threshold.compareTo(BigDecimal.valueOf(100)) > 0) {
                    entry.report(keys.get(i), Message.of("`%s` is above 100, the highest score", keys.get(i)), null);
                }
                found[i] = threshold == null ? BigDecimal.ZERO : threshold;
            }
            if (problems.size() == before && found[0].compareTo(found[1]) < 0 && entry.decimal("recommend") != null) {
                entry.report(
                        "recommend",
                        Message.of("`%s` must not be below `%s`", "recommend", "decline"),
                        Message.of("a candidate could be both recommended and declined"));
            }
            return found;
        }

        /** Reads the order of importance, which must name criteria and agree with the weights within a side. */
        private void order() {
            for (Node line : pack.items("order")) {
                List<String> names = Arrays.stream(line.text().split(">=", -1))
                        .map(String::strip)
                        .toList();
                if (names.size() != 2) {
                    problems.add(line.problem(
                            Message.of("an order needs two criteria"),
                            Message.of("did you mean `%s`?", "one-criterion >= another")));
                    continue;
                }
                for (String name : names) {
                    if (whole && !files.containsKey(name) && !there.contains(name)) {
                        problems.add(line.problem(
                                Message.of("unknown criterion `%s`", name), Nearest.advice(name, files.keySet())));
                    }
                }
                if (weighs(line, names.get(0), names.get(1))) {
                    kept(line, byId.get(names.get(0)), byId.get(names.get(1)));
                }
            }
        }

        /** Adds a line of the order; false if it closes a cycle. */
        private boolean weighs(Node line, String more, String less) {
            if (more.equals(less)) {
                problems.add(line.problem(
                        Message.of("an order needs two different criteria, found `%s` twice", more), null));
                return false;
            }
            if (order.isBefore(less, more)) {
                problems.add(line.problem(
                        Message.of("the order has a cycle: `%s` already comes before `%s`", less, more),
                        Message.of("equal weights need no order: remove one of the lines")));
                return false;
            }
            Criterion one = byId.get(more);
            Criterion other = byId.get(less);
            if (one != null && other != null && one.side() == other.side()) {
                order.add(new Importance(more, less));
            }
            return true;
        }

        private void kept(Node line, @Nullable Criterion more, @Nullable Criterion less) {
            if (more != null
                    && less != null
                    && more.side() == less.side()
                    && more.weight().compareTo(less.weight()) < 0) {
                problems.add(line.problem(
                        Message.of(
                                "the weights contradict the order: `%s` weighs %s, `%s` weighs %s",
                                more.id(), more.weight(), less.id(), less.weight()),
                        Message.of("change the order or the weights")));
            }
        }
    }

    /**
     * Reads pack.yaml and reports its problems.
     *
     * @param file the file; null if it is missing or unreadable
     * @param folder the name of the pack's folder
     * @param types the types that the pack's rules may match
     * @param there the existing rule files, which are not reported as unknown
     */
    public static PackOutline read(
            @Nullable Node file, String folder, FactTypes types, Set<String> there, List<Problem> problems) {
        Fields pack = file == null ? null : PackKeys.PACK.read(file, problems);
        if (pack != null) {
            return new Reader(pack, types, there, problems).read(folder);
        }
        return new PackOutline(
                folder,
                "",
                "",
                "",
                "",
                Unit.MONEY,
                List.of(),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(),
                List.of(),
                Map.of(),
                false,
                null);
    }
}
