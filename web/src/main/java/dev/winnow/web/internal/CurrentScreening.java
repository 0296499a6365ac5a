package dev.winnow.web.internal;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;

/**
 * The screening that operations answer from.
 *
 * @param request the request that was screened
 * @param insight the analyses of the result
 */
public record CurrentScreening(ScreeningRequest request, ScreeningResult result, Insight insight) {}
