package dev.winnow.serve.internal.effects;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.web.internal.RefusedRequest;

/**
 * The screening with which edits of the pack are compared.
 *
 * @param revision a number that grows with each change of the work
 * @param request its request
 * @param result its result
 * @param reading reads the universe again with the facts that another pack declares
 */
public record EffectBasis(long revision, ScreeningRequest request, ScreeningResult result, Reading reading) {

    /** Reads a universe for a pack. */
    @FunctionalInterface
    public interface Reading {
        ScreeningRequest under(RulePack pack) throws RefusedRequest;
    }

    /**
     * Returns the request for the same pairs with an edited pack.
     *
     * @param otherFacts whether the pack declares other facts
     */
    ScreeningRequest with(RulePack pack, boolean otherFacts) throws RefusedRequest {
        return otherFacts
                ? reading.under(pack)
                : new ScreeningRequest(
                        pack,
                        request.universe(),
                        request.asOfPolicy(),
                        request.assumptions(),
                        request.matcher(),
                        request.projects(),
                        request.cities(),
                        request.top());
    }
}
