@description('Name of the key vault: 3 to 24 letters, digits and hyphens.')
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags put on the resource.')
param tags object

@description('Object id of the identity that may read the mail key and the certificate.')
param principalId string

@description('Workspace that keeps the record of who read what.')
param workspaceId string

@description('Whether a private endpoint carries the traffic.')
param privateNetwork bool

@description('Public addresses from which operators may reach the vault.')
param operatorAddresses string[]

@description('Mail key to store; empty leaves the secret as it is.')
@secure()
param mailApiKey string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretName = 'mail-api-key'
var operatorsAllowed = !empty(operatorAddresses)

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: privateNetwork && !operatorsAllowed ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      bypass: 'None'
      ipRules: [for address in operatorAddresses: { value: address }]
    }
  }
}

resource mailKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(mailApiKey)) {
  parent: vault
  name: secretName
  properties: {
    value: mailApiKey
    contentType: 'SendGrid API key, Mail Send only'
    attributes: { enabled: true }
  }
}

// On the vault, which holds nothing but what the app reads: the mail key and the certificate, whose private part is read as a
// secret. The certificate is made after this, and a role cannot be given on what does not exist yet.
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

@description('Resource id, for the private endpoint.')
output id string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Address of the mail key, without a version so that a new one is taken up by itself.')
output mailSecretUri string = '${vault.properties.vaultUri}secrets/${secretName}'

@description('Address before the name of a certificate.')
output certificatesUri string = '${vault.properties.vaultUri}certificates/'
