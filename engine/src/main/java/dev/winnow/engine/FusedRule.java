package dev.winnow.engine;

import java.util.List;

/**
 * How the fused evaluator finds the ways in which one rule holds.
 *
 * @param checked the rule
 * @param number its place in the pack
 * @param front what hangs on no candidate, found once for a city
 * @param candidate what is asked of the candidate: its own conditions, and those that it shares with the facts of the front
 * @param looked the place of the front's pattern whose rows the candidate's keys look up; -1 if it has no keys
 * @param behind what is found for each candidate
 * @param leading what the share, the ceiling or the district is worked out of
 * @param arguments what fills the reason
 */
record FusedRule(
        CheckedRule checked,
        int number,
        List<FusedStep> front,
        FusedStep candidate,
        int looked,
        List<FusedStep> behind,
        List<Integer> leading,
        List<Integer> arguments) {}
