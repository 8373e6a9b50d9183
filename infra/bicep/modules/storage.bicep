@description('Name of the storage account: 3 to 24 lower-case letters and digits.')
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags put on the resource.')
param tags object

@description('Object id of the identity that the app runs as.')
param principalId string

@description('Storage SKU: how many copies, and where.')
param redundancy string

@description('Whether private endpoints carry the traffic.')
param privateNetwork bool

@description('Public addresses from which operators may reach the data.')
param operatorAddresses string[]

@description('Days in which a deleted attachment can still be undeleted. An erased person\'s attachments linger as long.')
param undeleteDays int = 7

// The Functions host keeps leases, keys and the package in blobs and asks for Owner; it and Durable create their own
// containers, queues and tables, so these three roles cannot be narrower than the account.
var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

var operatorsAllowed = !empty(operatorAddresses)

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: privateNetwork && !operatorsAllowed ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      bypass: 'None'
      ipRules: [for address in operatorAddresses: { value: address, action: 'Allow' }]
    }
    encryption: {
      requireInfrastructureEncryption: true
      keySource: 'Microsoft.Storage'
      services: {
        blob: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
      }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: undeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: undeleteDays }
  }
}

resource attachments 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'bijlagen'
  properties: { publicAccess: 'None' }
}

resource package 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'app-package'
  properties: { publicAccess: 'None' }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = {
  parent: tables
  name: 'smederijen'
}

resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [blobOwner, tableContributor, queueContributor]: {
    name: guid(account.id, principalId, role)
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: principalId
      principalType: 'ServicePrincipal'
    }
  }
]

@description('Resource id, for the private endpoints.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Address of the blob service, ending in a slash.')
output blobUri string = account.properties.primaryEndpoints.blob

@description('Address of the table service, ending in a slash.')
output tableUri string = account.properties.primaryEndpoints.table

@description('Table that holds ideas, rounds, ledgers and settings.')
output tableName string = table.name

@description('Container of the attachments.')
output attachmentContainer string = attachments.name

@description('Container of the deployed package.')
output packageContainer string = package.name
