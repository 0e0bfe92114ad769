package samdata.web.sparql;

import java.util.List;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;

/** A function of the library that makes text, within the budget of the query. */
final class BoundedFunction extends FunctionBase {
    private final FunctionBase function;
    private final Growth growth;

    BoundedFunction(FunctionBase function, Growth growth) {
        this.function = function;
        this.growth = growth;
    }

    @Override
    public void checkBuild(String uri, ExprList args) {
        function.checkBuild(uri, args);
    }

    @Override
    protected NodeValue exec(List<NodeValue> args, FunctionEnv env) {
        TextBudget.take(growth.of(args), env);
        return function.exec(args);
    }

    @Override
    public NodeValue exec(List<NodeValue> args) {
        TextBudget.requireShort(growth.of(args));
        return function.exec(args);
    }
}
