package dev.winnow.analysis.selection;

import java.time.Duration;

/** Finds the best set. Thread-safe. */
public interface Solver {

    /**
     * {@return the best set, or the best that was found in the time}
     *
     * @param problem what is to be chosen from
     * @param limit how long it may take
     */
    Choice choose(SelectionProblem problem, Duration limit);

    /** {@return its name and version, for people} */
    String name();

    /** {@return the fastest that runs on this machine: CP-SAT of OR-Tools where its native library loads, else one in plain Java} */
    static Solver fastest() {
        Solver nativeOne = CpSatSolver.ifLoaded();
        return nativeOne == null ? plainJava() : nativeOne;
    }

    /** {@return the one in plain Java, which runs everywhere and takes longer where many options hang together} */
    static Solver plainJava() {
        return new BranchAndBound();
    }
}
