package dev.winnow.language.internal.check;

import dev.winnow.language.Criterion;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.Accepted;
import dev.winnow.language.internal.pack.CaseFiles;
import dev.winnow.language.internal.pack.Changeable;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.language.internal.pack.WorkedExamples;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the folder of a pack. It continues after a mistake where possible, so that all problems are reported
 * at once.
 */
public final class PackReader {

    private static final int MOST_RULES = 1_000;
    private static final int MOST_PROBLEMS = 1_000;

    private final List<Problem> problems;
    private final PackFiles files;
    /** Criterion of each rule by rule id, including rules that could not be parsed. */
    private final Map<String, String> homes = new TreeMap<>();

    private final Map<String, PackRule> byId = new HashMap<>();
    private final List<CheckedRule> checked = new ArrayList<>();
    private final List<PackRule> flawed = new ArrayList<>();
    private final Map<String, RuleTable> tables = new TreeMap<>();

    private final Map<String, RuleFile> texts = new HashMap<>();
    /** Criteria whose files may contain rules that could not be read. */
    private final Set<String> unread = new HashSet<>();

    private PackReader(PackFiles files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * Reads a folder.
     *
     * @throws PackException if the pack is invalid, with all problems
     */
    public static CheckedPack read(Path folder) {
        List<Problem> problems = new ArrayList<>();
        return read(PackFiles.read(folder, problems), problems);
    }

    /**
     * Reads opened files.
     *
     * @param problems the problems found when opening them, to which further ones are added
     */
    public static CheckedPack read(PackFiles files, List<Problem> problems) {
        return new PackReader(files, problems).pack(problems);
    }

    /** Reads a folder and accepts rules that lack cases. */
    public static CheckedPack draft(Path folder) {
        List<Problem> problems = new ArrayList<>();
        return draft(PackFiles.read(folder, problems), problems);
    }

    /**
     * Reads files that were opened already, but accepts rules that lack cases.
     *
     * @param problems the problems in opening them, to which further ones are added
     */
    public static CheckedPack draft(PackFiles files, List<Problem> problems) {
        return new PackReader(files, problems).pack(new ArrayList<>());
    }

    /**
     * Reads opened files without their worked examples, which are read and checked when they are first asked for.
     *
     * @param problems the problems in opening them, to which further ones are added
     */
    public static CheckedPack forScreening(PackFiles files, List<Problem> problems) {
        return new PackReader(files, problems).pack(null);
    }

    /** @param lacking receives the problems of rules that lack cases; null to read the cases on first use */
    private CheckedPack pack(@Nullable List<Problem> lacking) {
        if (lacking != null) {
            files.parseCasesAhead();
        }
        if (files.lacks("pack.yaml")) {
            problems.add(Problem.at(files.place("pack.yaml"), "the pack has no pack.yaml"));
        }
        int before = problems.size();
        FactTypes types = files.types(problems);
        if (problems.size() > before) {
            files.yaml("pack.yaml", problems); // reports its syntax errors
            // A wrong declaration of a fact would cause further problems in rules and cases.
            throw new PackException(problems);
        }
        PackHead head = PackHead.read(files, types, problems);
        PackOutline outline = head.outline();
        LimitTable limits = head.limits();
        List<Accepted> accepted = Accepted.read(outline.source(), problems);
        Node translation = files.yaml("zh.yaml", problems);
        Assumptions assumptions = AssumptionReader.ofPack(
                files.yaml(Assumptions.FILE, problems), types.vocabulary(), outline.money(), problems);
        RuleFiles listed = RuleFiles.of(files, outline, problems);
        listed.criteria().forEach(criterion -> criterion(outline, types, listed, criterion, limits));
        if (byId.size() > MOST_RULES) {
            problems.add(Problem.at(
                    files.place(""), "the pack has more than %s rules", String.format(Locale.ROOT, "%,d", MOST_RULES)));
        }
        tablesHaveOwnIds();
        needsLimits();
        WorkedExamples worked = worked(listed, lacking);
        needsAwards(outline);
        if (problems.isEmpty()) {
            changeablesAreRead(outline.source(), types);
            edgesAreInOrder(limits);
        }
        if (!problems.isEmpty()) {
            throw new PackException(problems);
        }
        return new CheckedPack(
                outline,
                types,
                files.digest(),
                limits,
                List.copyOf(checked),
                worked,
                Map.copyOf(texts),
                List.copyOf(accepted),
                assumptions,
                translation);
    }

    private WorkedExamples worked(RuleFiles listed, @Nullable List<Problem> lacking) {
        if (lacking != null) {
            WorkedExamples.Read read = cases(listed, lacking, problems);
            return WorkedExamples.of(read.list(), read.lacking());
        }
        return WorkedExamples.onFirstUse(() -> {
            List<Problem> wrong = new ArrayList<>();
            WorkedExamples.Read read = cases(listed, new ArrayList<>(), wrong);
            if (!wrong.isEmpty()) {
                throw new PackException(wrong);
            }
            return read;
        });
    }

    private WorkedExamples.Read cases(RuleFiles listed, List<Problem> lacking, List<Problem> wrong) {
        CaseFiles cases = CaseFiles.read(files, listed, homes, tables, unread, wrong);
        checked.forEach(rule -> cases.require(rule.rule(), rule.open(), lacking));
        flawed.forEach(rule -> cases.requireAny(rule, lacking));
        return new WorkedExamples.Read(cases.examples(), lacking);
    }

    private void criterion(
            PackOutline outline, FactTypes types, RuleFiles listed, String criterion, LimitTable limits) {
        String text = problems.size() > MOST_PROBLEMS ? null : files.rules(criterion + ".drl", problems);
        if (text == null) {
            unread.add(criterion);
            return;
        }
        RuleFile file = new RuleFile(files.place(criterion + ".drl").file(), criterion, text, problems);
        texts.put(criterion, file);
        RuleParser.Rules rules = RuleParser.parse(file, outline.packageOf(criterion));
        rules.ids().forEach(id -> homes.putIfAbsent(id, criterion));
        if (!rules.whole()) {
            unread.add(criterion);
        }
        for (PackRule rule : rules.rules()) {
            if (problems.size() > MOST_PROBLEMS) {
                problems.add(new Problem(
                        rule.place(), Message.of("too many mistakes; the rest of the pack is not checked"), 0, null));
                unread.add(criterion);
                return;
            }
            if (rule.row() != null && rule.row().index() == 0) {
                table(rule.row().table());
            }
            PackRule before = byId.putIfAbsent(rule.id(), rule);
            if (before != null) {
                problems.add(rule.problem(
                        Message.of("duplicate rule `%s`", rule.id()),
                        Message.of("the other one is at %s", before.place())));
                unread.add(criterion);
                continue;
            }
            if (rule.awards() && outline.conditions().contains(criterion)) {
                problems.add(rule.problem(
                        Message.of(
                                "`%s` is a file without points, so rule `%s` cannot award any", criterion, rule.id()),
                        Message.of("list the file under `%s`", "criteria")));
            }
            CheckedRule lawful = Law.check(file, rule, types, limits, listed.scored());
            if (lawful != null && !rules.flawed().contains(rule.id())) {
                checked.add(lawful);
            } else {
                flawed.add(rule);
            }
        }
    }

    private void table(RuleTable table) {
        RuleTable before = tables.putIfAbsent(table.id(), table);
        if (before != null) {
            problems.add(table.problem(
                    Message.of("duplicate rule `%s`", table.id()),
                    Message.of("the other one is at %s", before.place())));
        }
    }

    /** Reports a table with the same id as a rule: titles, families and translations are looked up by id. */
    private void tablesHaveOwnIds() {
        tables.forEach((id, table) -> {
            PackRule rule = byId.get(id);
            if (rule != null) {
                problems.add(table.problem(
                        Message.of("duplicate rule `%s`", id), Message.of("the other one is at %s", rule.place())));
            }
        });
    }

    private void edgesAreInOrder(LimitTable limits) {
        Bands.of(checked, limits).stream()
                .filter(finding -> finding.check() == null)
                .forEach(finding -> problems.add(finding.problem()));
    }

    /** Reports a missing limits.yaml if rules read limits. */
    private void needsLimits() {
        boolean read = byId.values().stream()
                .flatMap(rule -> rule.patterns().stream())
                .anyMatch(pattern -> pattern.type().equals("Limit"));
        if (read && files.lacks("limits.yaml")) {
            problems.add(
                    Problem.at(files.place("limits.yaml"), "the pack has no limits.yaml, and its rules read limits"));
        }
    }

    private void needsAwards(PackOutline outline) {
        if (!problems.isEmpty()) {
            return;
        }
        for (Criterion criterion : outline.criteria()) {
            boolean awards = checked.stream()
                    .anyMatch(rule ->
                            rule.rule().awards() && rule.rule().criterion().equals(criterion.id()));
            if (!awards) {
                problems.add(new Problem(
                        files.place(criterion.id() + ".drl"),
                        Message.of("no rule awards points, so `%s` cannot be scored", criterion.id()),
                        0,
                        Message.of("list the file under `%s`", "conditions")));
            }
        }
    }

    /** Reports changeable figures that no rule reads, as changing them has no effect. */
    private void changeablesAreRead(@Nullable Node file, FactTypes types) {
        Set<String> figures = Changeable.figures(types);
        if (file == null || !file.isMap()) {
            return;
        }
        Set<String> read = checked.stream()
                .flatMap(rule -> Reads.facts(rule).stream())
                .filter(figures::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Node node : file.list("changeable", new ArrayList<>())) {
            Node named = node.isMap() ? node.get("figure") : null;
            if (named != null && !read.contains(named.text())) {
                problems.add(named.problem(
                        Message.of("no rule reads `%s`, so changing it has no effect", named.text()),
                        Nearest.advice(named.text(), read, Message.of("remove the entry"))));
            }
        }
    }
}
