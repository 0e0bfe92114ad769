package samdata.vocab;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** One blank node while it is being named: the statements around it and what is known so far. */
final class Blank {
    final List<Triple> mentions = new ArrayList<>();
    final List<Triple> out = new ArrayList<>();
    final List<Triple> in = new ArrayList<>();

    /** Whether a triple term is near, of which content and place say too little. */
    boolean quoted;

    /** A hash of all that stands below; empty while unknown, and for good in and above cycles. */
    String content = "";

    /** Whether every node below has one parent, so that equal content means interchangeable. */
    boolean tree;

    /** The name without prefix; empty until given. */
    String name = "";

    /** Neighbours that must be done before this one. */
    int waiting;

    private Blank leader = this;

    boolean named() {
        return !name.isEmpty();
    }

    boolean described() {
        return !content.isEmpty();
    }

    /** Whether it hangs below one other blank node and can be told by that alone. */
    boolean hangs() {
        return described()
                && tree
                && in.size() == 1
                && in.getFirst().getSubject().isBlank();
    }

    void join(Blank other) {
        other.leader().leader = leader();
    }

    /** The same node for all blank nodes that are linked by statements. */
    Blank leader() {
        Blank found = this;
        while (found.leader != found) {
            found.leader = found.leader.leader;
            found = found.leader;
        }
        return found;
    }

    /** The statements of this node that lead to another blank node. */
    List<Node> children() {
        return out.stream().map(Triple::getObject).filter(Node::isBlank).toList();
    }
}
