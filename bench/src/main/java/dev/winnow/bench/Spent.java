package dev.winnow.bench;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** JMH counters for the assessments of an iteration and their cost. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Spent {

    /** Number of assessments. */
    public long assessments;

    /** CPU time of the screening thread, in nanoseconds. */
    public long threadNanos;

    /** CPU time of the whole process, including the garbage collector and the JIT compiler, in nanoseconds. */
    public long processNanos;

    /** Elapsed time, including waiting for a processor, in nanoseconds. */
    public long wallNanos;

    /** Starts the clocks. */
    public void start() {
        threadNanos -= threadCpu();
        processNanos -= processCpu();
        wallNanos -= System.nanoTime();
    }

    /** Stops the clocks and adds a number of assessments. */
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
