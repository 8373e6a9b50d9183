@description('Unique part of the resource names.')
param token string

@description('Azure region.')
param location string

@description('Tags put on every resource.')
param tags object

@description('Workspace with the telemetry.')
param workspaceId string

@description('E-mail address that is told.')
param address string

// docs/operations.md says under the same names what each alert means and what to do.
var alerts = [
  {
    name: 'stuck-idea'
    says: 'An idea waits for a deadline that has passed, or for effects that nobody performs.'
    severity: 2
    every: 'PT15M'
    over: 'PT1H'
    // The lowest reading of the hour: one sweep that is still catching up is not a stuck idea.
    query: 'AppMetrics | where Name == "smederijen.ideas.stuck" | summarize Lowest = min(Sum) | where Lowest > 0'
  }
  {
    name: 'late-effects'
    says: 'Decisions are committed but what follows from them (mail, next step) is late.'
    severity: 2
    every: 'PT15M'
    over: 'PT1H'
    query: 'AppMetrics | where Name == "smederijen.effects.late" | summarize Lowest = min(Sum) | where Lowest > 0'
  }
  {
    name: 'failed-mail'
    says: 'A mail could not be sent.'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    query: 'AppMetrics | where Name == "smederijen.mail.failed" | summarize Failed = sum(Sum) | where Failed > 0'
  }
  {
    name: 'failed-orchestration'
    says: 'Orchestrations have failed and were still so when the sweep looked again.'
    severity: 1
    every: 'PT15M'
    over: 'PT30M'
    // The lowest reading of half an hour: the sweep starts a failed one again, so a single reading is mended already.
    query: 'AppMetrics | where Name == "smederijen.orchestrations.failed" | summarize Lowest = min(Sum) | where Lowest > 0'
  }
  {
    name: 'unreadable-row'
    says: 'A row of the table cannot be read, and is passed over until it is mended.'
    severity: 2
    every: 'PT15M'
    over: 'PT15M'
    query: 'AppMetrics | where Name == "smederijen.rows.unreadable" | summarize Unreadable = sum(Sum) | where Unreadable > 0'
  }
  {
    name: 'host-failure'
    says: 'The Functions host or an orchestration reports a failure.'
    severity: 1
    every: 'PT15M'
    over: 'PT15M'
    // What the host writes when an instance ends badly (a change that does not replay, a message that never works) or when it cannot start.
    query: 'FunctionAppLogs | where Message has "OrchestrationFailureException" or ExceptionType has "OrchestrationFailureException" or ExceptionDetails has "OrchestrationFailureException" or (Level in ("Error", "Critical") and Category startswith "Host.")'
  }
  {
    name: 'ledger-refusal'
    says: 'The ledger refused a booking that would have spent more than the envelope.'
    severity: 1
    every: 'PT5M'
    over: 'PT5M'
    query: 'AppMetrics | where Name == "smederijen.ledger.refused" | summarize Refused = sum(Sum) | where Refused > 0'
  }
  {
    name: 'silence'
    says: 'The sweeper has reported nothing for two hours: the app is down, or its telemetry is.'
    severity: 1
    every: 'PT30M'
    over: 'PT2H'
    query: 'AppMetrics | where Name == "smederijen.ideas.stuck" | summarize Readings = count() | where Readings == 0'
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-smederijen-${token}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'smederijen'
    emailReceivers: [{ name: 'operators', emailAddress: address, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: 'alert-smederijen-${alert.name}-${token}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'De Smederijen: ${alert.name}'
      description: '${alert.says} See docs/operations.md, "${alert.name}".'
      enabled: true
      severity: alert.severity
      evaluationFrequency: alert.every
      windowSize: alert.over
      scopes: [workspaceId]
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // The tables have no such rows until the app has run, which must not stop the deployment.
      skipQueryValidation: true
      actions: { actionGroups: [operators.id] }
    }
  }
]
