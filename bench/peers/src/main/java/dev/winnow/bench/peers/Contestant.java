package dev.winnow.bench.peers;

/** An engine in the comparison. */
interface Contestant {

    /** Returns its name, version and licence. */
    Label label();

    /** Returns the parts of the rules that it evaluates itself, and those that the host does. */
    Parts parts();

    /**
     * The label of an engine.
     *
     * @param title its name
     * @param version its version
     * @param licence its licence
     */
    record Label(String title, String version, String licence) {}

    /**
     * The division of work.
     *
     * @param own the work of the engine
     * @param hosts the work of the Java or JavaScript around it, which is measured too
     */
    record Parts(String own, String hosts) {}
}
