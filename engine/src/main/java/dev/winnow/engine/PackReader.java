package dev.winnow.engine;

import dev.winnow.engine.WorkedExample.Expected;
import dev.winnow.model.Nearest;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import dev.winnow.model.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a pack's folder. Goes on after a mistake as long as it makes sense, so that all are told at once. */
final class PackReader {

    private final List<Problem> problems = new ArrayList<>();
    private final PackFiles files;
    private final Set<String> ids = new TreeSet<>();
    private final Map<String, PackRule> byId = new HashMap<>();
    private final List<CheckedRule> checked = new ArrayList<>();

    private PackReader(Path folder) {
        this.files = PackFiles.read(folder, problems);
    }

    static RulePack read(Path folder) {
        return new PackReader(folder).read();
    }

    private RulePack read() {
        PackOutline outline = outline();
        Node limitsFile = files.yaml("limits.yaml", problems);
        LimitTable limits = LimitTable.read(limitsFile, problems);
        if (outline != null) {
            fileNames(outline);
            outline.files().forEach(criterion -> criterion(outline, criterion, limits.units()));
        }
        List<WorkedExample> examples = examples();
        if (outline != null) {
            needsCases(examples);
            needsAwards(outline);
        }
        if (!problems.isEmpty() || outline == null) {
            throw new PackException(problems);
        }
        return new RulePack(outline, files.digest(), limits, checked, examples, List.of());
    }

    private @org.jspecify.annotations.Nullable PackOutline outline() {
        Node file = files.yaml("pack.yaml", problems);
        if (file == null) {
            if (!files.names().contains("pack.yaml")) {
                problems.add(Problem.at(files.place("pack.yaml"), "the pack has no pack.yaml"));
            }
            return null;
        }
        PackOutline outline = PackOutline.read(file, problems);
        if (outline != null && !outline.name().equals(files.folderName())) {
            Node name = file.get("name");
            problems.add((name == null ? file : name)
                    .problem(
                            "the pack is named `" + outline.name() + "`, its folder `" + files.folderName() + "`",
                            "give both the same name"));
        }
        return outline;
    }

    private void fileNames(PackOutline outline) {
        Set<String> wanted = new HashSet<>(outline.files());
        for (String name : files.names()) {
            String criterion = name.replaceFirst("^cases/", "").replaceFirst("\\.[a-z]+$", "");
            boolean rules = name.endsWith(".drl");
            if ((rules || name.startsWith("cases/")) && !wanted.contains(criterion)) {
                String advice = Nearest.advice(criterion, wanted);
                problems.add(new Problem(
                        files.place(name),
                        "pack.yaml has no criterion `" + criterion + "`",
                        0,
                        advice != null ? advice : rules ? "add it to `criteria`, or to `conditions`" : null));
            }
        }
        for (String criterion : outline.files()) {
            if (!files.names().contains(criterion + ".drl")) {
                problems.add(
                        Problem.at(files.place(criterion + ".drl"), "the rule file of `" + criterion + "` is missing"));
            }
        }
    }

    private void criterion(PackOutline outline, String criterion, Map<String, Unit> limits) {
        String text = files.rules(criterion + ".drl", problems);
        if (text == null) {
            return;
        }
        RuleFile file = new RuleFile(files.place(criterion + ".drl").file(), criterion, text, problems);
        Set<String> criteria =
                outline.criteria().stream().map(Criterion::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> here = new TreeSet<>();
        for (PackRule rule : RuleParser.parse(file, Drl.packageName(outline.name(), criterion), here)) {
            PackRule before = byId.putIfAbsent(rule.id(), rule);
            if (before != null) {
                problems.add(new Problem(
                        rule.place(),
                        "rule `" + rule.id() + "` is there twice",
                        rule.id().length() + 2,
                        "the other stands at " + before.place()));
                continue;
            }
            if (rule.awards() && outline.conditions().contains(criterion)) {
                problems.add(new Problem(
                        rule.place(),
                        "`" + criterion + "` scores nothing, so rule `" + rule.id() + "` cannot award",
                        rule.id().length() + 2,
                        "list the file under `criteria`"));
            }
            CheckedRule lawful = Law.check(file, rule, limits, criteria);
            if (lawful != null) {
                checked.add(lawful);
            }
        }
        ids.addAll(here);
    }

    private List<WorkedExample> examples() {
        List<WorkedExample> examples = new ArrayList<>();
        for (String name : files.names()) {
            if (name.startsWith("cases/")) {
                Node file = files.yaml(name, problems);
                if (file != null) {
                    examples.addAll(WorkedExample.read(file, ids, problems));
                }
            }
        }
        return examples;
    }

    /** Every rule shows that it fires, that it does not always, and what it does when it cannot say. */
    private void needsCases(List<WorkedExample> examples) {
        for (CheckedRule rule : checked) {
            List<String> lacking = new ArrayList<>();
            for (Expected outcome : Expected.values()) {
                boolean shown = examples.stream()
                        .anyMatch(example -> example.rule().equals(rule.id()) && example.outcome() == outcome);
                if (!shown && (outcome != Expected.CANNOT_SAY || rule.open())) {
                    lacking.add("`" + outcome.words() + "`");
                }
            }
            if (!lacking.isEmpty()) {
                String what = lacking.size() == (rule.open() ? 3 : 2)
                        ? "rule `" + rule.id() + "` has no case"
                        : "rule `" + rule.id() + "` has no case that expects " + String.join(" or ", lacking);
                problems.add(new Problem(
                        rule.rule().place(),
                        what,
                        rule.id().length() + 2,
                        "add " + String.join(", ", lacking) + " to cases/"
                                + rule.rule().criterion() + ".yaml"));
            }
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
                        "no rule awards anything, so `" + criterion.id() + "` cannot be scored",
                        0,
                        "list the file under `conditions`"));
            }
        }
    }
}
