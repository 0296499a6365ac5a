package dev.winnow.papers.paper;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import java.util.ArrayList;
import java.util.List;

/** The advice of a paper in plain words, and the length of its lists. */
final class PaperAdvice {

    /** Maximum number of entries of a list. */
    static final int MOST = 5;

    /** Maximum number of rows named in a phrase. */
    static final int FEW = 2;

    private final Wording wording;

    PaperAdvice(Wording wording) {
        this.wording = wording;
    }

    /** Returns the advice of a verdict within a sentence. */
    String of(Verdict verdict) {
        return switch (verdict) {
            case RECOMMEND -> wording.sentence("pursue it");
            case HOLD -> wording.sentence("find out before deciding");
            case DECLINE -> wording.sentence("decline it");
        };
    }

    /** Returns the request to the committee. */
    String request(Assessment one) {
        String project = one.projectName();
        String city = one.cityName();
        return switch (one.because()) {
            case CLEAR -> wording.sentence("The committee is asked to agree that %s is pursued in %s.", project, city);
            case ON_CONDITION ->
                wording.sentence(
                        "The committee is asked to agree that %s is pursued in %s, on the conditions below.",
                        project, city);
            case KNOCK_OUT, TOO_LOW -> wording.sentence("The committee is asked to decline %s in %s.", project, city);
            case RED_FLAG ->
                wording.sentence(
                        "The committee is asked to judge the warnings below. Until then, %s in %s waits.",
                        project, city);
            case KNOCK_OUT_OPEN, FACTS_MISSING ->
                wording.sentence(
                        "The committee is asked to decide on %s in %s once the questions below are answered.",
                        project, city);
            case BETWEEN ->
                wording.sentence("The committee is asked to decide on %s in %s by its own judgement.", project, city);
        };
    }

    /**
     * Returns the advice and its reason, which claims no more than the facts show.
     *
     * @param ofOwner in words, the facts of the owner's word without which the advice may change
     * @param unsupported the same, of other facts without a document
     */
    String headline(Assessment one, List<String> ofOwner, List<String> unsupported) {
        boolean supported = ofOwner.isEmpty() && unsupported.isEmpty();
        List<String> sentences = new ArrayList<>();
        sentences.add(wording.sentence("%s. %s", advice(one), because(one, supported)));
        if (!ofOwner.isEmpty()) {
            sentences.add(wording.sentence(
                    "Facts that only the owner has stated: %s (%s). Each of them may reverse the advice.",
                    ofOwner.size(), wording.list(ofOwner, FEW)));
        }
        if (!unsupported.isEmpty()) {
            sentences.add(wording.sentence(
                    "Facts without a document: %s (%s). Each of them may reverse the advice.",
                    unsupported.size(), wording.list(unsupported, FEW)));
        }
        return String.join(wording.language() == Language.EN ? " " : "", sentences);
    }

    private String advice(Assessment one) {
        return switch (one.verdict()) {
            case RECOMMEND -> wording.sentence("Pursue it");
            case HOLD ->
                one.because() == VerdictReason.BETWEEN
                        ? wording.sentence("The rules give no advice")
                        : wording.sentence("Find out first");
            case DECLINE -> wording.sentence("Decline it");
        };
    }

    private String because(Assessment one, boolean supported) {
        return switch (one.because()) {
            case CLEAR ->
                supported
                        ? wording.sentence("The known facts are enough, and no open question can change that.")
                        : wording.sentence("The facts are enough as stated, and no open question can change that.");
            case ON_CONDITION ->
                supported
                        ? wording.sentence("The known facts are enough, unless one of the concerns below proves true.")
                        : wording.sentence(
                                "The facts are enough as stated, unless one of the concerns below proves true.");
            case KNOCK_OUT -> wording.sentence("One finding rules it out, no matter how much speaks for it.");
            case TOO_LOW -> wording.sentence("Its score is too low, even with the best answers to all open questions.");
            case RED_FLAG -> wording.sentence("Warnings stand that people must judge.");
            case KNOCK_OUT_OPEN -> wording.sentence("An open question may still rule it out.");
            case FACTS_MISSING -> wording.sentence("The recommendation depends on answers that are missing.");
            case BETWEEN ->
                wording.sentence(
                        "It is too weak to be recommended and too strong to be declined, and no open question changes"
                                + " that.");
        };
    }

    /** Returns the first items of a list, and the number of the others. */
    List<Item> limited(List<Item> items) {
        if (items.size() <= MOST) {
            return items;
        }
        List<Item> some = new ArrayList<>(items.subList(0, MOST - 1));
        some.add(new Item(wording.sentence("and %s more in the memo", items.size() - MOST + 1)));
        return some;
    }
}
