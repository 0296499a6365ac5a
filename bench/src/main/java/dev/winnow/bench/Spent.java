package dev.winnow.bench;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** JMH counters of what an iteration screened and what it cost. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Spent {

    /** Assessments made. */
    public long assessments;

    /** CPU time of the thread that screened. */
    public long threadNanos;

    /** CPU time of the whole process: the thread, the garbage collector, the compiler. */
    public long processNanos;

    /** Time that went by, waiting for a processor included. */
    public long wallNanos;

    /** Starts the clocks. */
    public void start() {
        threadNanos -= threadCpu();
        processNanos -= processCpu();
        wallNanos -= System.nanoTime();
    }

    /** Stops them, and counts what was screened. */
    public void stop(int count) {
        wallNanos += System.nanoTime();
        processNanos += processCpu();
        threadNanos += threadCpu();
        assessments += count;
    }

    static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processCpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
