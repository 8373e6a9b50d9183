using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Smederijen.Portal.Http;

/// <summary>Which methods an address knows, by the patterns of the endpoints and their constraints.</summary>
public sealed class KnownAddresses(IReadOnlyList<Endpoint> endpoints, IInlineConstraintResolver constraints)
{
    private readonly Address[] addresses = [.. endpoints.Select(endpoint => new Address(endpoint, constraints))];

    /// <summary>In the order of the alphabet; GET comes with HEAD. Empty for an address that is not there.</summary>
    public IReadOnlyList<string> MethodsAt(HttpContext http) =>
        [.. addresses.Where(address => address.Matches(http)).SelectMany(address => address.Endpoint.Methods).Distinct()
            .Order(StringComparer.Ordinal)];

    private sealed class Address
    {
        private readonly TemplateMatcher template;
        private readonly (string Parameter, IRouteConstraint Constraint)[] limits;

        public Address(Endpoint endpoint, IInlineConstraintResolver constraints)
        {
            Endpoint = endpoint;
            var parsed = TemplateParser.Parse(endpoint.Pattern.TrimStart('/'));
            template = new TemplateMatcher(parsed, []);
            limits =
            [
                .. from parameter in parsed.Parameters
                   from inline in parameter.InlineConstraints
                   select (parameter.Name!, constraints.ResolveConstraint(inline.Constraint)
                       ?? throw new InvalidOperationException($"The constraint '{inline.Constraint}' of {endpoint.Name} is unknown.")),
            ];
        }

        public Endpoint Endpoint { get; }

        public bool Matches(HttpContext http)
        {
            var values = new RouteValueDictionary();
            return template.TryMatch(http.Request.Path, values)
                && limits.All(limit => !values.ContainsKey(limit.Parameter)
                    || limit.Constraint.Match(http, null, limit.Parameter, values, RouteDirection.IncomingRequest));
        }
    }
}
