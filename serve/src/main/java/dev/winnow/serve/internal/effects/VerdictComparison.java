package dev.winnow.serve.internal.effects;

import dev.winnow.engine.Progress;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Change;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.ComparisonWords;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.effects.VerdictEffect.Edit;
import dev.winnow.serve.internal.effects.VerdictEffect.Moved;
import dev.winnow.serve.internal.effects.VerdictEffect.Standing;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import dev.winnow.workbench.internal.compare.AssessmentChange;
import dev.winnow.workbench.internal.compare.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares an edited pack with the saved one as {@code winnow compare} does. */
final class VerdictComparison {

    /** Number of pairs above which the best ranked ones are compared before the others. */
    static final int MANY = 1_000;

    /** Number of pairs that are compared first. */
    private static final int FIRST = 200;

    private final EffectBasis basis;
    private final EditedPack edited;
    private final ScreeningRequest recent;
    private final ScreeningSession session;
    private final Wording wording;

    private VerdictComparison(
            EffectBasis basis, EditedPack edited, ScreeningRequest recent, ScreeningSession session, Wording wording) {
        this.basis = basis;
        this.edited = edited;
        this.recent = recent;
        this.session = session;
        this.wording = wording;
    }

    /** @param recent the request with the edited pack */
    static VerdictComparison of(EffectBasis basis, EditedPack edited, ScreeningRequest recent, Wording wording)
            throws RefusedRequest {
        try {
            return new VerdictComparison(basis, edited, recent, recent.open(), wording);
        } catch (PackException e) {
            throw refused(e);
        }
    }

    private static RefusedRequest refused(PackException e) {
        return new RefusedRequest(Status.UNPROCESSABLE, e.problems().get(0).what());
    }

    private record Key(String project, String city, String day) {
        static Key of(Assessment one) {
            return new Key(one.project(), one.city(), one.asOf().toString());
        }
    }

    /** Whether the number of pairs exceeds {@link #MANY}, so that the best ranked ones are compared first. */
    static boolean isLong(EffectBasis basis) {
        return basis.result().asked().assessments().size() > MANY;
    }

    /** Compares the best ranked pairs, whose ranks and causes stay open. */
    VerdictEffect first(Progress progress) throws RefusedRequest {
        List<Assessment> best = basis.result().asked().assessments().stream()
                .sorted(Screener.BEST_OF_ALL)
                .limit(FIRST)
                .toList();
        List<Moved> flips = new ArrayList<>();
        List<Moved> moves = new ArrayList<>();
        int compared = 0;
        for (Assessment before : best) {
            progress.show(compared, best.size());
            Assessment after = assess(before);
            if (after != null) {
                compared++;
                if (before.verdict() != after.verdict()) {
                    flips.add(moved(before, after, false, ""));
                } else if (!before.score().equals(after.score())) {
                    moves.add(moved(before, after, false, ""));
                }
            }
        }
        int count = flips.size();
        flips.addAll(moves);
        return effect(
                false,
                compared,
                count,
                wording.sentence("The best ranked pairs are compared first: %s of %s.", compared, pairs()),
                List.of(),
                flips);
    }

    private @Nullable Assessment assess(Assessment before) throws RefusedRequest {
        try {
            return session.assess(before.project(), before.city());
        } catch (PackException e) {
            throw refused(e);
        }
    }

    private int pairs() {
        return basis.result().asked().assessments().size();
    }

    /** Compares all pairs. */
    VerdictEffect all(Progress progress) throws RefusedRequest {
        ScreeningResult result;
        try {
            result = session.result(progress).asking(recent::asksFor).best(recent.top());
        } catch (PackException e) {
            throw refused(e);
        }
        Comparison comparison = Comparison.of(basis.request(), basis.result(), recent, result, progress);
        List<Moved> moved = new ArrayList<>();
        Set<Key> shown = new HashSet<>();
        for (AssessmentChange one : comparison.shifted()) {
            if (shown.add(Key.of(one.after()))) {
                moved.add(moved(
                        one.before(),
                        one.after(),
                        true,
                        ComparisonWords.causes(one.causes(), wording.sentence(" or "), wording)));
            }
        }
        moved.addAll(ranked(result, shown));
        String headline = ComparisonWords.headline(
                comparison.flips().size(), comparison.moves().size(), comparison.compared(), wording);
        String base = ComparisonWords.baseHeadline(comparison.baseFlips().size(), wording);
        return effect(
                true,
                comparison.compared(),
                comparison.flips().size(),
                wording.sentence("%s.", headline.substring(0, 1).toUpperCase(Locale.ROOT) + headline.substring(1))
                        + (base.isEmpty() ? "" : " " + base),
                edits(comparison),
                moved);
    }

    /** Returns the pairs that differ only in their rank. */
    private List<Moved> ranked(ScreeningResult result, Set<Key> shown) {
        Map<Key, Assessment> earlier = new HashMap<>();
        basis.result().asked().assessments().forEach(one -> earlier.put(Key.of(one), one));
        List<Moved> ranked = new ArrayList<>();
        for (Assessment after : result.asked().assessments()) {
            Assessment before = earlier.get(Key.of(after));
            if (before != null && before.rank() != after.rank() && !shown.contains(Key.of(after))) {
                ranked.add(moved(before, after, true, ""));
            }
        }
        return ranked;
    }

    private List<Edit> edits(Comparison comparison) {
        List<Edit> edits = new ArrayList<>();
        comparison.edits().forEach(edit -> {
            for (Change change : edit.changes()) {
                edits.add(edit(
                        ComparisonWords.id(edit.number()),
                        change,
                        ComparisonWords.bearing(edit.flips(), edit.moves(), wording)));
            }
        });
        String none = wording.sentence("has no effect on its own");
        comparison.words().forEach(change -> edits.add(edit("", change, none)));
        String base = wording.sentence("for base cases alone");
        comparison.assumptions().forEach(change -> edits.add(edit("", change, base)));
        return edits;
    }

    private Edit edit(String id, Change change, String effect) {
        return new Edit(
                id,
                wording.say(change.what()),
                edited.name(change.place().file()),
                Math.max(0, change.place().line() - 1),
                change.before(),
                change.after(),
                effect);
    }

    private static Moved moved(Assessment before, Assessment after, boolean ranked, String causes) {
        return new Moved(
                after.project(),
                after.projectName(),
                after.city(),
                after.cityName(),
                after.asOf(),
                Standing.of(before, ranked),
                Standing.of(after, ranked),
                causes);
    }

    private VerdictEffect effect(
            boolean complete, int compared, int flips, String headline, List<Edit> edits, List<Moved> moved) {
        return new VerdictEffect(
                Contract.SCHEMA,
                edited.revision(),
                edited.edited().size(),
                0,
                complete,
                compared,
                flips,
                headline,
                edits,
                moved.subList(0, Math.min(VerdictEffect.MAX_MOVED, moved.size())),
                Math.max(0, moved.size() - VerdictEffect.MAX_MOVED));
    }
}
