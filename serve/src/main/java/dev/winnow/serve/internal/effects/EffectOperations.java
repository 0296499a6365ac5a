package dev.winnow.serve.internal.effects;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.serve.internal.rules.RuleDraft;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the effects of the unsaved edits of a pack. Thread-safe. */
public final class EffectOperations {

    private final RuleDraft draft;
    private final Supplier<EffectBasis> basis;
    private final Wording wording;

    private final LatestRun<VerdictEffect> first = new LatestRun<>();
    private final LatestRun<VerdictEffect> whole = new LatestRun<>();
    private final LatestRun<CaseEffect> cases = new LatestRun<>();
    private final LatestRun<CaseComparison> saved = new LatestRun<>();
    private @Nullable EditedPack read;
    private @Nullable VerdictEffect good;

    /** @param basis returns the screening of the saved pack */
    public EffectOperations(RuleDraft draft, Supplier<EffectBasis> basis, Wording wording) {
        this.draft = draft;
        this.basis = basis;
        this.wording = wording;
    }

    /** Identifies a result: the state of the work, the edits, and the files. */
    private record Key(long work, long edits, String digest) {
        static Key of(EffectBasis basis, EditedPack edited) {
            return new Key(basis.revision(), edited.revision(), edited.files().digest());
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/rules/effects",
                        "Compares the unsaved edits of the pack with the screening: pairs whose verdict, score or rank"
                                + " moves, and the edits that cause it.",
                        VerdictEffect.class,
                        this::verdicts,
                        Parameter.optional(
                                "part", "`first` compares only the best ranked pairs if there are very many.")),
                Operation.get(
                        "/api/rules/cases",
                        "Runs the cases of the pack with its unsaved edits, and returns those that fail and what no"
                                + " case covers.",
                        CaseEffect.class,
                        request -> Reply.json(cases())),
                Operation.get(
                        "/api/rules/matches",
                        "Returns the pairs that a rule matches, with the unsaved edits of the pack.",
                        RuleEffect.class,
                        this::matches,
                        Parameter.required("file", "The name of a file, such as demand.drl."),
                        Parameter.required("line", "A line of the rule or of its case, from 0.")
                                .numberFrom(0)),
                Operation.get(
                        "/api/rules/numbers",
                        "Returns the limits, weights, thresholds, points and assumptions of the pack with its unsaved"
                                + " edits, with their places.",
                        NumberList.class,
                        request -> Reply.json(numbers())));
    }

    /** Reads the pack with its edits, unless its files are those read before. */
    private synchronized EditedPack edited() throws RefusedRequest {
        EditedPack before = read;
        RuleDraft.Files files = draft.files();
        if (before != null && before.isOf(files)) {
            return before;
        }
        EditedPack fresh = EditedPack.of(files, wording.language());
        read = fresh;
        return fresh;
    }

    private Reply verdicts(WebRequest request) throws RefusedRequest {
        String part = request.query().getOrDefault("part", "all");
        if (!part.equals("all") && !part.equals("first")) {
            throw new RefusedRequest(
                    Status.BAD_REQUEST, Message.of("expected `%s` or `%s`, found `%s`", "all", "first", part));
        }
        EffectBasis with = basis.get();
        EditedPack edited = edited();
        RulePack pack = edited.pack();
        if (pack == null) {
            return Reply.json(behind(edited));
        }
        Key key = Key.of(with, edited);
        List.of(first, whole, cases).forEach(run -> run.stopUnless(key));
        ScreeningRequest recent = with.with(pack, edited.edited().contains(Vocabulary.FILE));
        if (part.equals("first") && VerdictComparison.isLong(with)) {
            return Reply.json(first.of(
                    key,
                    progress ->
                            VerdictComparison.of(with, edited, recent, wording).first(progress)));
        }
        VerdictEffect effect = whole.of(
                key,
                progress -> VerdictComparison.of(with, edited, recent, wording).all(progress));
        remember(effect);
        return Reply.json(effect);
    }

    private synchronized void remember(VerdictEffect effect) {
        good = effect;
    }

    private synchronized VerdictEffect behind(EditedPack edited) {
        VerdictEffect last = good;
        VerdictEffect shown = last != null ? last : VerdictEffect.NONE;
        return shown.behind(edited.revision(), edited.edited().size(), edited.problems());
    }

    private CaseEffect cases() throws RefusedRequest {
        EffectBasis with = basis.get();
        EditedPack edited = edited();
        RulePack pack = edited.pack();
        if (pack == null) {
            return CaseEffect.none(edited.revision(), edited.problems());
        }
        CaseComparison comparison = comparison(with.request().pack());
        return cases.of(
                Key.of(with, edited), progress -> comparison.of(edited, pack.inLanguage(Language.EN), progress));
    }

    /** Runs the cases of the saved pack once. Other requests about the edits do not wait for that. */
    private CaseComparison comparison(RulePack pack) throws RefusedRequest {
        return saved.of(
                pack.digest(), progress -> new CaseComparison(CaseRunner.run(pack.inLanguage(Language.EN)), wording));
    }

    private Reply matches(WebRequest request) throws RefusedRequest {
        return Reply.json(RuleMatching.of(edited(), basis.get(), request.get("file"), request.number("line")));
    }

    private NumberList numbers() throws RefusedRequest {
        return NumberList.of(
                edited(), draft.onDisk(), new NumberTitles(basis.get().request(), wording));
    }
}
