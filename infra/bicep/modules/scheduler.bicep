@description('Name of the scheduler: 3 to 64 letters, digits and hyphens.')
param name string

@description('Azure region. Not every region has Durable Task Scheduler.')
param location string

@description('Tags put on the resource.')
param tags object

@description('Object id of the identity that runs the orchestrations.')
param principalId string

@description('Name of the task hub.')
param taskHubName string

@description('Whether a private endpoint carries the traffic.')
param privateNetwork bool

var dataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    // Without a private network the app has no fixed address to allow; the role below is then the guard.
    ipAllowlist: privateNetwork ? [] : ['0.0.0.0/0']
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHubName
  properties: {}
}

resource runs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, principalId, dataContributor)
  scope: hub
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataContributor)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id, for the private endpoint.')
output id string = scheduler.id

@description('Address of the scheduler.')
output endpoint string = scheduler.properties.endpoint
