@description('Amount per month, in the currency of the subscription.')
param amount int

@description('First day of the month in which the budget begins, as yyyy-MM-01.')
param start string

@description('E-mail address that is warned.')
param address string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'smederijen'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [address]
      }
      forecast100: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [address]
      }
    }
  }
}
