package dev.winnow.language.internal.pack;

import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The worked examples of a pack, and the check that each rule has enough of them. If a case has a mistake, its rule is
 * not also reported for lacking cases.
 */
public final class CaseFiles {

    private static final String FOLDER = "cases/";
    private static final String ENDING = ".yaml";

    private final List<WorkedExample> examples = new ArrayList<>();
    /** Rules and criteria with a case that could not be read. */
    private final Set<String> excused = new HashSet<>();

    private final Map<String, String> homes;
    private final Map<String, RuleTable> tables;
    private final Set<String> unread;

    private CaseFiles(Map<String, String> homes, Map<String, RuleTable> tables, Set<String> unread) {
        this.homes = homes;
        this.tables = tables;
        this.unread = new HashSet<>(unread);
    }

    /**
     * Reads all files of cases.
     *
     * @param homes the criterion of each rule by its id, including rules that could not be read
     * @param tables the tables by the ids of the rules that carry them
     * @param unread criteria whose files may contain rules whose ids could not be read
     */
    public static CaseFiles read(
            PackFiles files,
            RuleFiles listed,
            Map<String, String> homes,
            Map<String, RuleTable> tables,
            Set<String> unread,
            List<Problem> problems) {
        CaseFiles cases = new CaseFiles(homes, tables, unread);
        for (String criterion : listed.criteria()) {
            if (!files.lacks(FOLDER + criterion + ENDING) && !files.names().contains(FOLDER + criterion + ENDING)) {
                cases.excused.add(criterion);
            }
        }
        for (String name : files.names()) {
            if (name.startsWith(FOLDER)) {
                String criterion = name.substring(FOLDER.length(), name.length() - ENDING.length());
                if (!listed.known().contains(criterion)) {
                    problems.add(new Problem(
                            files.place(name),
                            Message.of("the rule file %s of these cases is missing", criterion + ".drl"),
                            0,
                            Nearest.advice(
                                    criterion, listed.criteria(), Message.of("name the file after a criterion"))));
                }
                if (!listed.criteria().contains(criterion)) {
                    cases.unread.add(criterion);
                }
                cases.file(criterion, files.yaml(name, problems), problems);
            }
        }
        return cases;
    }

    private void file(String criterion, @Nullable Node file, List<Problem> problems) {
        Fields entry = file == null ? null : PackKeys.CASES.read(file, problems);
        if (entry == null) {
            excused.add(criterion);
            return;
        }
        Node background = entry.node().map("background", problems);
        if (entry.value("cases") == null) {
            excused.add(criterion);
        }
        Map<String, Node> strangers = new TreeMap<>();
        for (Node node : entry.items("cases")) {
            WorkedExample example = WorkedExample.read(node, background, problems);
            Node rule = node.get("rule");
            if (rule == null || !rule.isScalar()) {
                excused.add(criterion);
            } else if (!homes.containsKey(rule.text().strip())) {
                strangers.putIfAbsent(rule.text().strip(), rule);
            } else if (example == null) {
                excused.add(rule.text().strip());
            } else {
                examples.add(example);
            }
        }
        List<String> without = homes.keySet().stream()
                .filter(id -> criterion.equals(homes.get(id)))
                .filter(id -> examples.stream().noneMatch(one -> one.rule().equals(id)))
                .toList();
        boolean renamed = without.size() == 1 && strangers.size() == 1;
        strangers.forEach((name, rule) -> {
            String near = Nearest.of(name, homes.keySet());
            stranger(criterion, rule, near == null && renamed ? without.get(0) : near, problems);
        });
    }

    /** Reports a case whose rule does not exist, once per name and file. */
    private void stranger(String criterion, Node rule, @Nullable String meant, List<Problem> problems) {
        RuleTable table = tables.get(rule.text().strip());
        if (table != null) {
            problems.add(rule.problem(
                    Message.of("`%s` has a table: a case must name one of its rows", table.id()),
                    Message.of("use one of %s", Message.names(table.ids()))));
            return;
        }
        if (meant != null) {
            excused.add(meant);
        }
        if (meant != null || !unread.contains(criterion)) {
            problems.add(rule.problem(
                    Message.of("unknown rule `%s`", rule.text().strip()),
                    meant != null
                            ? Message.of("did you mean `%s`?", meant)
                            : Message.of("write the rule, or remove its cases")));
        }
    }

    /** Returns the valid cases in the order of the files. */
    public List<WorkedExample> examples() {
        return examples;
    }

    /**
     * Requires a case in which a rule fires, one in which it does not, and, if it can be undecided, one in which it is.
     */
    public void require(PackRule rule, boolean open, List<Problem> problems) {
        if (isExcused(rule)) {
            return;
        }
        List<String> wanted = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (Expected outcome : Expected.values()) {
            if (outcome != Expected.CANNOT_SAY || open) {
                wanted.add(outcome.words());
                if (examples.stream().noneMatch(one -> one.rule().equals(rule.id()) && one.outcome() == outcome)) {
                    lacking.add(outcome.words());
                }
            }
        }
        if (lacking.equals(wanted)) {
            none(rule, wanted, problems);
        } else if (!lacking.isEmpty()) {
            problems.add(rule.problem(
                    lacking(rule, lacking), Message.of("add one to %s", FOLDER + rule.criterion() + ENDING)));
        }
    }

    private static Message lacking(PackRule rule, List<String> outcomes) {
        return outcomes.size() == 1
                ? Message.of("rule `%s` has no case that expects `%s`", rule.id(), outcomes.get(0))
                : Message.of(
                        "rule `%s` has no case that expects `%s` or `%s`", rule.id(), outcomes.get(0), outcomes.get(1));
    }

    /** Requires at least one case of a rule that has other mistakes. */
    public void requireAny(PackRule rule, List<Problem> problems) {
        if (!isExcused(rule) && examples.stream().noneMatch(one -> one.rule().equals(rule.id()))) {
            none(rule, List.of("fires", "does not fire"), problems);
        }
    }

    private static void none(PackRule rule, List<String> wanted, List<Problem> problems) {
        problems.add(rule.problem(
                Message.of("rule `%s` has no case", rule.id()),
                Message.of("add %s to %s", Message.names(wanted), FOLDER + rule.criterion() + ENDING)));
    }

    private boolean isExcused(PackRule rule) {
        return excused.contains(rule.id()) || excused.contains(rule.criterion());
    }
}
