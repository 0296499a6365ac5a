package dev.winnow.workbench.internal.mutate;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.workbench.internal.edit.Additions;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.YamlList.Item;
import dev.winnow.workbench.internal.mutate.Mutant.Fate;
import dev.winnow.workbench.internal.mutate.MutantJudge.Judgement;
import dev.winnow.workbench.internal.mutate.Mutations.Variant;
import dev.winnow.workbench.internal.testing.CaseFacts;
import dev.winnow.workbench.internal.testing.CaseRunner;
import dev.winnow.workbench.internal.testing.RuleResult;
import dev.winnow.workbench.internal.testing.TestPlan;
import dev.winnow.workbench.internal.testing.TestRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tests whether the cases of a rule pack detect small changes to its rules, and searches for cases that detect the
 * changes they miss. Rules are interpreted, never compiled. Equal packs give equal results, regardless of the number of
 * threads.
 */
public final class MutationTesting {

    /**
     * Maximum number of judgements of all searches, divided evenly among rules: very large packs find fewer cases per
     * rule.
     */
    private static final int EFFORT = 3_000_000;

    private record OfRule(List<Mutant> mutants, List<CaseProposal> proposals) {}

    private final RulePack pack;
    private final PackFiles files;
    private final Mutations mutations;
    private final CaseWords words;
    /** Background facts by file of cases; null for a file without any. */
    private final Map<String, @Nullable Node> backgrounds = new HashMap<>();

    private int effort;

    private MutationTesting(RulePack pack, PackFiles files) {
        this.pack = pack;
        this.files = files;
        this.mutations = new Mutations(pack, files);
        this.words = new CaseWords(pack.checked().examples());
    }

    /**
     * Tests the rules of a pack, including rules that lack cases.
     *
     * @param folder the pack's folder
     * @param plan the settings
     * @return the mutants with their fates, and proposed cases
     * @throws PackException if the pack has any other problem
     */
    public static MutationRun run(Path folder, MutationPlan plan) {
        RulePack pack = RulePack.draft(folder);
        TestRun unchanged = CaseRunner.run(pack, TestPlan.ALL);
        List<CaseResult> failed =
                unchanged.results().stream().filter(result -> !result.passed()).toList();
        if (!failed.isEmpty()) {
            return new MutationRun(pack, failed, List.of(), List.of());
        }
        return new MutationTesting(pack, PackFiles.read(folder, new ArrayList<>())).changed(plan);
    }

    private MutationRun changed(MutationPlan plan) {
        List<CheckedRule> chosen = pack.checkedRules().stream()
                .filter(rule -> plan.chooses(rule.rule()))
                .toList();
        effort = EFFORT / Math.max(1, chosen.size());
        for (CheckedRule rule : chosen) {
            if (!backgrounds.containsKey(cases(rule.rule()))) {
                Node file = files.yaml(cases(rule.rule()), new ArrayList<>());
                backgrounds.put(cases(rule.rule()), file == null ? null : file.get("background"));
            }
        }
        List<OfRule> all = inParallel(chosen, plan);
        return new MutationRun(
                pack,
                List.of(),
                all.stream().flatMap(of -> of.mutants().stream()).toList(),
                all.stream().flatMap(of -> of.proposals().stream()).toList());
    }

    /**
     * {@return a draft that adds proposed cases to their files, each in the file's own style}
     *
     * @param folder the pack's folder
     * @param proposals the cases to add
     * @throws PackException if the pack no longer exists
     */
    public static Draft draft(Path folder, List<CaseProposal> proposals) {
        Additions additions = new Additions(PackFiles.read(folder, new ArrayList<>()));
        Set<String> extended = new LinkedHashSet<>();
        for (CaseProposal proposal : proposals) {
            String name = "cases/" + proposal.file().getFileName();
            additions.item(
                    name,
                    "# Worked examples of " + name.replaceAll("cases/|.yaml", "") + ".drl.\ncases:\n",
                    "cases",
                    CaseWriter.item(proposal.text()));
            extended.add(proposal.rule());
        }
        return additions.tried(extended, problems(folder));
    }

    private static List<Problem> problems(Path folder) {
        try {
            RulePack.load(folder);
            return List.of();
        } catch (PackException e) {
            return e.problems();
        }
    }

    private static String cases(PackRule rule) {
        return "cases/" + rule.criterion() + ".yaml";
    }

    private List<OfRule> inParallel(List<CheckedRule> chosen, MutationPlan plan) {
        AtomicInteger done = new AtomicInteger();
        ForkJoinPool pool = new ForkJoinPool(Math.max(1, plan.threads()));
        try {
            return pool.submit(() -> chosen.parallelStream()
                            .map(rule -> {
                                OfRule of = of(rule);
                                plan.progress().done(done.incrementAndGet(), chosen.size());
                                return of;
                            })
                            .toList())
                    .join();
        } finally {
            pool.shutdownNow();
        }
    }

    private OfRule of(CheckedRule rule) {
        List<WorkedExample> examples = pack.checked().examples().stream()
                .filter(example -> example.rule().equals(rule.id()))
                .toList();
        List<TestFacts> staged = new ArrayList<>();
        for (WorkedExample example : examples) {
            Node given = example.given();
            staged.add(TestFacts.of(
                    given == null ? Map.of() : map(given),
                    CaseFacts.of(example, pack.vocabulary(), pack.limitTable()),
                    pack.limitTable()));
        }
        List<Mutant> mutants = new ArrayList<>();
        List<Variant> survivors = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Variant> variants = mutations.of(rule);
        MutantJudge judge = new MutantJudge(rule, variants, pack.limitTable());
        List<@Nullable Judgement> originals = new ArrayList<>();
        staged.forEach(one -> originals.add(one == null ? null : judge.judge(one)));
        for (Variant variant : variants) {
            boolean killed = false;
            for (int i = 0; i < examples.size() && !killed; i++) {
                TestFacts one = staged.get(i);
                Judgement original = originals.get(i);
                killed = one != null
                        && original != null
                        && !judge.judge(mutants.size(), one, original).meets(examples.get(i));
            }
            if (!killed) {
                survivors.add(variant);
                numbers.add(mutants.size());
            }
            mutants.add(variant.mutant().with(killed ? Fate.KILLED : Fate.UNDECIDED, null));
        }
        Set<Expected> lacking = lacking(rule, examples);
        if (survivors.isEmpty() && lacking.isEmpty()) {
            return new OfRule(mutants, List.of());
        }
        return searched(rule, staged, mutants, survivors, numbers, lacking);
    }

    private static Set<Expected> lacking(CheckedRule rule, List<WorkedExample> examples) {
        Set<Expected> lacking = EnumSet.allOf(Expected.class);
        if (!rule.open()) {
            lacking.remove(Expected.CANNOT_SAY);
        }
        examples.forEach(example -> lacking.remove(example.outcome()));
        return lacking;
    }

    private OfRule searched(
            CheckedRule rule,
            List<TestFacts> staged,
            List<Mutant> mutants,
            List<Variant> survivors,
            List<Integer> numbers,
            Set<Expected> lacking) {
        Node background = backgrounds.get(cases(rule.rule()));
        MutantJudge judge = new MutantJudge(rule, survivors, pack.limitTable());
        KillerSearch search =
                new KillerSearch(rule, pack.vocabulary(), pack.limitTable(), background, survivors, judge, lacking);
        Random random = new Random(rule.id().hashCode());
        CaseFactsMaker maker =
                new CaseFactsMaker(new ValuePools(rule, pack.limitTable(), words), words, background, random);
        search.run(
                staged.stream().filter(Objects::nonNull).map(TestFacts::given).toList(), maker, random, effort);
        List<CaseProposal> proposals = new ArrayList<>();
        Set<String> sentences = new LinkedHashSet<>();
        for (KillerSearch.Scene found : search.chosen()) {
            List<RuleResult> changed = search.changed(found);
            List<Integer> kills = found.kills().stream().boxed().toList();
            String sentence = CaseWriter.sentence(
                    rule.rule(),
                    found.result(),
                    kills.stream().map(i -> survivors.get(i).mutant()).toList(),
                    changed);
            while (!sentences.add(sentence)) {
                sentence += ", too";
            }
            Item item = CaseWriter.item(
                    sentence, rule.id(), found.staged().given(), CaseWriter.expect(found.result(), changed));
            String text = CaseWriter.text(item);
            WorkedExample example = CaseWriter.read(text, background);
            TestFacts read = example == null
                    ? null
                    : TestFacts.of(
                            Map.of(), CaseFacts.of(example, pack.vocabulary(), pack.limitTable()), pack.limitTable());
            Judgement original = read == null ? null : judge.judge(read);
            if (example == null
                    || read == null
                    || original == null
                    || !original.result().meets(example)) {
                continue;
            }
            List<Mutant> killed = new ArrayList<>();
            for (int i : kills) {
                if (!judge.judge(i, read, original).meets(example)) {
                    Mutant mutant = survivors.get(i).mutant().with(Fate.SURVIVED, null);
                    mutants.set(numbers.get(i), mutant);
                    killed.add(mutant);
                }
            }
            proposals.add(new CaseProposal(rule.id(), files.path(cases(rule.rule())), sentence, text, killed));
        }
        mutants.replaceAll(mutant -> mutant.fate() == Fate.UNDECIDED
                ? mutant.with(Fate.UNDECIDED, Message.of("no case found after %s scenes", search.tried()))
                : mutant);
        return new OfRule(mutants, proposals);
    }

    @SuppressWarnings("unchecked") // the tree of a map is a map
    private static Map<String, Object> map(Node given) {
        return (Map<String, Object>) CaseFactsText.tree(given);
    }
}
