package dev.winnow.engine;

import dev.winnow.model.Nearest;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import dev.winnow.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What pack.yaml says.
 *
 * @param name the pack's name, which its folder bears
 * @param title as people call it
 * @param version its version
 * @param criteria in the order shown
 * @param conditions rule files that score nothing
 * @param recommendFrom the low score from which a candidate is recommended
 * @param declineBelow the high score below which it is declined
 */
record PackOutline(
        String name,
        String title,
        String version,
        List<Criterion> criteria,
        List<String> conditions,
        BigDecimal recommendFrom,
        BigDecimal declineBelow) {

    private static final List<String> KEYS = List.of(
            "name", "title", "version", "owner", "purpose", "criteria", "conditions", "thresholds", "order", "note");
    private static final List<String> CRITERION_KEYS = List.of("id", "title", "side", "weight");

    /** Reads pack.yaml; what is wrong goes to the problems. Null if it is not even a pack's. */
    static @Nullable PackOutline read(Node file, List<Problem> problems) {
        if (!file.isMap()) {
            problems.add(file.problem(
                    "pack.yaml has keys such as `name` and `criteria`, it is not "
                            + file.kind().words(),
                    null));
            return null;
        }
        file.allow("pack.yaml", KEYS, problems);
        String name = file.requiredText("pack.yaml", "name", problems);
        String title = file.requiredText("pack.yaml", "title", problems);
        String version = file.requiredText("pack.yaml", "version", problems);
        file.requiredText("pack.yaml", "owner", problems);
        file.requiredText("pack.yaml", "purpose", problems);
        if (name != null && !Drl.isName(name)) {
            problems.add(file.problem("the pack's name `" + name + "` is no kebab-case name", null));
            name = null;
        }
        List<Criterion> criteria = criteria(file, problems);
        List<String> conditions = new ArrayList<>();
        for (Node condition : file.list("conditions", problems)) {
            if (Drl.isName(condition.text())) {
                conditions.add(condition.text());
            } else {
                problems.add(condition.problem("`" + condition.text() + "` is no kebab-case name", null));
            }
        }
        BigDecimal recommend = threshold(file, "recommend", problems);
        BigDecimal decline = threshold(file, "decline", problems);
        if (recommend.compareTo(decline) < 0) {
            problems.add(file.problem("the recommend threshold is below the decline threshold", null));
        }
        order(file, criteria, problems);
        return name == null || title == null || version == null
                ? null
                : new PackOutline(name, title, version, criteria, conditions, recommend, decline);
    }

    private static List<Criterion> criteria(Node file, List<Problem> problems) {
        List<Criterion> criteria = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : file.list("criteria", problems)) {
            if (!node.isMap()) {
                problems.add(node.problem("a criterion has `id`, `title`, `side` and `weight`", null));
                continue;
            }
            node.allow("a criterion", CRITERION_KEYS, problems);
            String id = node.requiredText("a criterion", "id", problems);
            String title = node.requiredText("a criterion", "title", problems);
            Side side = side(node, problems);
            BigDecimal weight = number(node, "weight", problems);
            if (id != null && !Drl.isName(id)) {
                problems.add(node.problem("the criterion `" + id + "` is no kebab-case name", null));
            } else if (id != null && !ids.add(id)) {
                problems.add(node.problem("criterion `" + id + "` is there twice", "remove one"));
            } else if (id != null && title != null && side != null && weight != null) {
                if (weight.signum() <= 0) {
                    problems.add(node.problem(
                            "the weight of `" + id + "` is not above 0",
                            "a file without weight belongs under `conditions`"));
                } else {
                    criteria.add(new Criterion(id, title, side, weight));
                }
            }
        }
        for (Side side : Side.values()) {
            if (problems.isEmpty() && criteria.stream().noneMatch(criterion -> criterion.side() == side)) {
                problems.add(file.problem(
                        "no criterion is on the " + side.words() + "'s side: a match needs both",
                        "maybe `side: " + side.words() + "`?"));
            }
        }
        return List.copyOf(criteria);
    }

    private static @Nullable Side side(Node node, List<Problem> problems) {
        String text = node.requiredText("a criterion", "side", problems);
        if (text == null) {
            return null;
        }
        for (Side side : Side.values()) {
            if (side.words().equals(text)) {
                return side;
            }
        }
        Node value = node.get("side");
        problems.add((value == null ? node : value)
                .problem(
                        "the side is `city` or `project`, not `" + text + "`",
                        Nearest.advice(text.toLowerCase(Locale.ROOT), List.of("city", "project"))));
        return null;
    }

    private static @Nullable BigDecimal number(Node node, String key, List<Problem> problems) {
        String text = node.requiredText("`" + key + "`", key, problems);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            Node value = node.get(key);
            problems.add((value == null ? node : value)
                    .problem("`" + key + "` is a number with at most six decimals, not `" + text + "`", null));
            return null;
        }
        return new BigDecimal(text);
    }

    private static BigDecimal threshold(Node file, String key, List<Problem> problems) {
        Node thresholds = file.map("thresholds", problems);
        if (thresholds == null) {
            if (file.get("thresholds") == null && key.equals("recommend")) {
                problems.add(file.problem(
                        "pack.yaml needs `thresholds`", "maybe `thresholds: {recommend: 50, decline: 25}`?"));
            }
            return BigDecimal.ZERO;
        }
        if (key.equals("recommend")) {
            thresholds.allow("`thresholds`", List.of("recommend", "decline"), problems);
        }
        BigDecimal threshold = number(thresholds, key, problems);
        if (threshold != null && threshold.compareTo(BigDecimal.valueOf(100)) > 0) {
            problems.add(thresholds.problem("the " + key + " threshold is above 100", null));
        }
        return threshold == null ? BigDecimal.ZERO : threshold;
    }

    /** The order of importance must name criteria, and the weights must keep to it within a side. */
    private static void order(Node file, List<Criterion> criteria, List<Problem> problems) {
        List<String> ids = criteria.stream().map(Criterion::id).toList();
        for (Node line : file.list("order", problems)) {
            String[] names = line.text().split(">=", -1);
            if (names.length != 2) {
                problems.add(line.problem("an order is `one-criterion >= another`", null));
                continue;
            }
            for (String name : names) {
                if (!ids.contains(name.strip())) {
                    problems.add(line.problem(
                            "there is no criterion `" + name.strip() + "`", Nearest.advice(name.strip(), ids)));
                }
            }
        }
    }

    /** Every rule file that the pack must have. */
    List<String> files() {
        List<String> files =
                new ArrayList<>(criteria.stream().map(Criterion::id).toList());
        files.addAll(conditions);
        return files;
    }
}
